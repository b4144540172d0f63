import { getTranslations } from 'next-intl/server';
import { CorrectionForm } from '@/components/audit/correction-form';
import { EarlierWords } from '@/components/audit/corrections';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { Section } from '@/components/layout/section';
import type { EarlierVersion } from '@/lib/audit/corrections/types';
import type { FormAction } from '@/lib/core/form-state';
import { localized } from '@/lib/core/paths';
import { areMinutesPublic } from '@/lib/forum/minutes/rules';
import { forumPaths } from '@/lib/forum/paths';
import type { SessionHead } from '@/lib/forum/sessions/types';
import { Turnout } from './outcome';
import { TurnoutFields } from './result-fields';
import { ResultOpener } from './result-opener';

type TurnoutPartProps = {
  locale: string;
  session: SessionHead;
  /** What stood there before it was corrected. */
  earlier: readonly EarlierVersion[];
  isOpen: boolean;
  /** Writes the numbers down, or corrects those that stand in minutes everybody reads. */
  action: FormAction;
};

/** How many were there; once everybody reads it in the minutes, it is changed with a reason. */
export async function TurnoutPart({ locale, session, earlier, isOpen, action }: TurnoutPartProps) {
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  const { id, number, version, attended, votingResidents } = session;
  if (!isOpen) {
    return (
      <Section title={t('result.turnoutTitle')}>
        {attended === null ? null : <Turnout {...{ locale, attended, votingResidents }} />}
        <EarlierWords
          locale={locale}
          versions={earlier}
          labels={{ attended: t('result.attended'), voting_residents: t('result.voting') }}
        />
        <ResultOpener locale={locale} number={number} what="turnout" />
      </Section>
    );
  }
  const shown = (count: number | null) => (count === null ? '' : String(count));
  const values = { attended: shown(attended), votingResidents: shown(votingResidents) };
  const hidden = { session: String(number), version: String(version) };
  return (
    <Section title={t('result.turnoutTitle')} id="add" intro={<p>{t('result.turnoutIntro')}</p>}>
      {areMinutesPublic(session.minutesState) ? (
        <CorrectionForm
          {...{ locale, action, values, id }}
          hidden={{ ...hidden, id }}
          audience="PUBLIC"
          backHref={localized(locale, forumPaths.teamForumResult(number))}
        >
          <TurnoutFields locale={locale} />
        </CorrectionForm>
      ) : (
        <Form {...{ locale, action, values }} submitLabel={t('result.turnoutButton')}>
          <HiddenFields values={hidden} />
          <TurnoutFields locale={locale} />
        </Form>
      )}
    </Section>
  );
}
