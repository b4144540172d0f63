import { getTranslations } from 'next-intl/server';
import { Checkbox } from '@/components/form/checkbox';
import { TextArea } from '@/components/form/text-area';
import { whoSees } from '@/components/form/who-sees';
import { Details } from '@/components/ui/details';
import type { CorrectionEntry, EarlierVersion } from '@/lib/audit/corrections/types';
import type { Audience } from '@/lib/core/audience';
import { longDate } from '@/lib/i18n/dates';

type CorrectionsProps = { locale: string; corrections: readonly CorrectionEntry[] };

/** When and why something was corrected, below it. */
export async function Corrections({ locale, corrections }: CorrectionsProps) {
  const t = await getTranslations({ locale, namespace: 'audit.correction' });
  return corrections.map(({ at, reason }) => (
    <p key={at.toISOString()} className="small text-ink-soft">
      {t('on', { date: longDate(at, locale), reason })}
    </p>
  ));
}

type EarlierProps = {
  locale: string;
  versions: readonly EarlierVersion[];
  /** Names of the columns in the words of the page. */
  labels: Readonly<Record<string, string>>;
};

/** What stood there before each correction, for the office. */
export async function EarlierWords({ locale, versions, labels }: EarlierProps) {
  const t = await getTranslations({ locale, namespace: 'audit.correction' });
  if (versions.length === 0) return null;
  return (
    <Details summary={t('earlier')}>
      {versions.map(({ id, at, reason, earlier }) => (
        <div key={id} className="stack">
          <p className="small">{t('on', { date: longDate(at, locale), reason })}</p>
          {earlier.length === 0 ? <p className="small soft">{t('gone')}</p> : null}
          {earlier.map(({ column, text }) => (
            <p key={column} className="small whitespace-pre-line">
              {labels[column] ?? column}: <span lang="de">{text || '–'}</span>
            </p>
          ))}
        </div>
      ))}
    </Details>
  );
}

type FieldsProps = {
  locale: string;
  /** Of the reason. */
  audience: Audience;
  /** Which of several forms on one page. */
  id: string;
};

/** Why it is corrected. */
export async function CorrectionReason({ locale, audience, id }: FieldsProps) {
  const t = await getTranslations({ locale, namespace: 'audit.correction' });
  const seen = await whoSees(locale);
  return (
    <TextArea
      id={`reason-${id}`}
      name="reason"
      minLength={5}
      label={t('reason')}
      hint={t('reasonHint')}
      whoSees={seen[audience]}
      rows={2}
      required
    />
  );
}

/** What every correction of words asks for besides them. */
export async function CorrectionFields(props: FieldsProps) {
  const { locale, id } = props;
  const t = await getTranslations({ locale, namespace: 'audit.correction' });
  return (
    <>
      <CorrectionReason {...props} />
      <Checkbox
        id={`forget-${id}`}
        name="forget"
        label={t('forget')}
        hint={t('forgetHint')}
        whoSees="nobody"
      />
    </>
  );
}
