import { getTranslations } from 'next-intl/server';
import { Facts } from '@/components/ui/facts';
import { localized } from '@/lib/core/paths';
import { longDate } from '@/lib/i18n/dates';
import { proposalsPaths } from '@/lib/proposals/paths';
import type { ProposalCase } from '@/lib/proposals/review/types';

type CaseFactsProps = { locale: string; proposal: ProposalCase };

/** Who sent it, from where, how they want to be told. */
export async function CaseFacts({ locale, proposal }: CaseFactsProps) {
  const t = await getTranslations({ locale, namespace: 'proposals-office.case' });
  const publicT = await getTranslations({ locale, namespace: 'proposals' });
  const checkT = await getTranslations({ locale, namespace: 'proposals-intake.check' });
  const { name, author, contactKind, contactValue } = proposal;
  const shown = author ?? publicT('neighbour');
  const contact = checkT(`contactBy.${contactKind}`, { contact: contactValue });
  return (
    <Facts
      items={[
        { label: t('district'), value: proposal.districtName },
        { label: t('place'), value: proposal.place || t('none') },
        { label: t('category'), value: proposal.categoryLabel || t('none') },
        { label: t('from'), value: name ? t('shownAs', { name, shown }) : shown },
        { label: t('contact'), value: contact },
        {
          label: t('arrived'),
          value: t('arrivedBy', {
            date: longDate(proposal.submittedAt, locale),
            channel: publicT(`channel.${proposal.intakeChannel}`),
          }),
        },
        {
          label: t('supporters'),
          value: <Supporters locale={locale} proposal={proposal} />,
        },
      ]}
    />
  );
}

async function Supporters({ locale, proposal }: CaseFactsProps) {
  const t = await getTranslations({ locale, namespace: 'proposals-office.case' });
  const publicT = await getTranslations({ locale, namespace: 'proposals' });
  const { number, supporters, paperSignatures, isPublic } = proposal;
  const onPaper = paperSignatures > 0 ? `, ${publicT('onPaper', { count: paperSignatures })}` : '';
  return (
    <>
      {supporters}
      {onPaper}
      {isPublic ? (
        <>
          {' · '}
          <a href={localized(locale, proposalsPaths.teamSignatures(number))}>{t('signatures')}</a>
        </>
      ) : null}
    </>
  );
}
