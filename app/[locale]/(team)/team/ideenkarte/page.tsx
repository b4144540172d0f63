import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { UntilAnswered } from '@/components/form/until-answered';
import { PageHeader } from '@/components/layout/page-header';
import { CardFields } from '@/components/proposals/card-fields';
import { CardSaved, numberSaved } from '@/components/proposals/card-saved';
import { CursorTo } from '@/components/proposals/cursor-to';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { proposalsPaths } from '@/lib/proposals/paths';
import { getOffice } from '@/lib/settings/queries';
import { enterIdeaCardAction } from './actions';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return pageTitle(locale, 'proposals-office.card.pageTitle');
}

/** Card after card by keyboard alone: the saved number on top, the cursor in the first field. */
export default async function IdeaCardPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { number, district: asked, channel, told } = await believed(searchParams);
  await guarded(locale, proposalsPaths.teamIdeaCard(), requireCoordinator);
  const t = await getTranslations({ locale, namespace: 'proposals-office.card' });
  const { districts } = await getOffice({ locale });
  const last = numberSaved(number);
  const saved = told === undefined ? null : last;
  const district = districts.find(({ id }) => id === asked);
  return (
    <TeamShell holdsText locale={locale} path={proposalsPaths.teamIdeaCard()} current="proposals">
      <PageHeader
        back={{ href: localized(locale, proposalsPaths.teamProposals()), label: t('back') }}
        title={t('pageTitle')}
        lead={saved ? undefined : t('lead')}
      />
      <div className="mt-8">
        <Form
          key={last ?? 'first'}
          locale={locale}
          action={enterIdeaCardAction}
          submitLabel={t('save')}
          warnOnLeave={false}
        >
          <UntilAnswered>
            {saved ? (
              <CardSaved locale={locale} number={saved} told={told}>
                <CursorTo key={saved} field="title" />
              </CardSaved>
            ) : null}
          </UntilAnswered>
          <CardFields
            locale={locale}
            districts={districts}
            remembered={{
              districtId: district?.id ?? '',
              channel: typeof channel === 'string' ? channel : 'POSTCARD',
            }}
          />
        </Form>
      </div>
    </TeamShell>
  );
}
