import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { PageHeader } from '@/components/layout/page-header';
import { CardFields } from '@/components/proposals/card-fields';
import { Notice } from '@/components/ui/notice';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { localized } from '@/lib/core/paths';
import { getContact } from '@/lib/outreach/contacts/queries';
import { proposalOf } from '@/lib/outreach/contacts/rules';
import { outreachPaths } from '@/lib/outreach/paths';
import { TITLE_MAX } from '@/lib/proposals/intake/rules';
import { getOffice } from '@/lib/settings/queries';
import { proposeContactAction } from './actions';

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'outreach-contacts.proposal.title');
}

/**
 * The office's own way to take a proposal down, filled with what was noted. No relation ties the two together, and the
 * note goes once its words are a proposal.
 */
export default async function ContactProposalPage({ params }: Props) {
  const { locale, id } = await params;
  const path = outreachPaths.teamContactProposal(id);
  const { note, place, districtId, version, outcomes } = await guarded(locale, path, async () =>
    getContact(await requireCoordinator(), id),
  );
  const t = await getTranslations({ locale, namespace: 'outreach-contacts.proposal' });
  const { districts } = await getOffice({ locale });
  return (
    <TeamShell holdsText locale={locale} path={path} current="outreach">
      <PageHeader
        back={{ href: localized(locale, outreachPaths.teamContact(id)), label: t('back') }}
        title={t('title')}
        lead={t('lead')}
      />
      {outcomes.includes('PROPOSAL_CREATED') ? (
        <Notice tone="info">
          <p>{t('already')}</p>
        </Notice>
      ) : null}
      <Form
        locale={locale}
        action={proposeContactAction}
        submitLabel={t('submit')}
        values={{ ...proposalOf(note, TITLE_MAX), place }}
      >
        <HiddenFields values={{ noted: id, notedVersion: String(version) }} />
        <CardFields
          locale={locale}
          titleHint={t('titleHint')}
          districts={districts}
          remembered={{ districtId, channel: 'OUTREACH' }}
        />
      </Form>
    </TeamShell>
  );
}
