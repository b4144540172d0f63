import { getTranslations } from 'next-intl/server';
import { CorrectionForm } from '@/components/audit/correction-form';
import { EarlierWords } from '@/components/audit/corrections';
import { TextArea } from '@/components/form/text-area';
import { TextField } from '@/components/form/text-field';
import { whoSees } from '@/components/form/who-sees';
import { Section } from '@/components/layout/section';
import type { FormAction } from '@/lib/core/form-state';
import { localized } from '@/lib/core/paths';
import { BODY_MAX, PLACE_MAX, TITLE_MAX } from '@/lib/proposals/intake/rules';
import { proposalsPaths } from '@/lib/proposals/paths';
import type { ProposalCase } from '@/lib/proposals/review/types';

type CardPartProps = { locale: string; proposal: ProposalCase; open: boolean; action: FormAction };

/** What the office typed from a card or a call, where it mistyped; what stood there before. */
export async function CardPart({ locale, proposal, open, action }: CardPartProps) {
  const t = await getTranslations({ locale, namespace: 'proposals-card' });
  const { number, cardStays, earlier } = proposal;
  const labels = { title: t('words.title'), body: t('words.body'), place: t('words.place') };
  const before = <EarlierWords locale={locale} versions={earlier} labels={labels} />;
  if (cardStays === 'ownWords') return null;
  if (!open) {
    return (
      <>
        {before}
        {cardStays === null ? (
          <p className="no-print">
            <a href={localized(locale, proposalsPaths.teamProposalCard(number))}>{t('open')}</a>
          </p>
        ) : null}
      </>
    );
  }
  // Also where it has become impossible meanwhile: what was typed and why it is refused stand in the form.
  // messages: proposals-card.refused.*
  return (
    <Section
      title={t('title')}
      intro={<p>{cardStays === null ? t('lead') : t(`refused.${cardStays}`)}</p>}
      id="card"
    >
      {before}
      <Correct locale={locale} proposal={proposal} action={action} />
    </Section>
  );
}

async function Correct({ locale, proposal, action }: Omit<CardPartProps, 'open'>) {
  const t = await getTranslations({ locale, namespace: 'proposals-card.words' });
  const later = await getTranslations({ locale, namespace: 'proposals-office.card' });
  const seen = await whoSees(locale);
  const { number, version, title, body, place, isPublic } = proposal;
  const read = isPublic ? seen.PUBLIC : ({ audience: 'PUBLIC', text: later('seen') } as const);
  return (
    <CorrectionForm
      locale={locale}
      action={action}
      values={{ title, body: body === title ? '' : body, place }}
      id="card"
      hidden={{ number: String(number), version: String(version) }}
      audience={isPublic ? 'PUBLIC' : 'INTERNAL'}
      backHref={localized(locale, proposalsPaths.teamProposal(number))}
    >
      <TextField name="title" label={t('title')} whoSees={read} maxLength={TITLE_MAX} required />
      <TextArea
        name="body"
        label={t('body')}
        hint={t('bodyHint')}
        whoSees={read}
        maxLength={BODY_MAX}
      />
      <TextField name="place" label={t('place')} whoSees={read} maxLength={PLACE_MAX} />
    </CorrectionForm>
  );
}
