import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { UntilAnswered } from '@/components/form/until-answered';
import { PageHeader } from '@/components/layout/page-header';
import { CardFields } from '@/components/proposals/card-fields';
import { CursorTo } from '@/components/proposals/cursor-to';
import { CodeDisplay } from '@/components/ui/code-display';
import { Notice } from '@/components/ui/notice';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
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

const TOLD = ['MAIL', 'PHONE', 'LETTER', 'NUMBER'] as const;

/** Card after card by keyboard alone: the saved number on top, the cursor in the first field. */
export default async function IdeaCardPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { number, district: asked, channel, told } = await searchParams;
  await guarded(locale, proposalsPaths.teamIdeaCard(), requireCoordinator);
  const t = await getTranslations({ locale, namespace: 'proposals-office.card' });
  const { districts } = await getOffice({ locale });
  const saved = /^[1-9]\d{0,8}$/.test(String(number)) ? String(number) : null;
  const way = TOLD.find((known) => known === told);
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
          key={saved ?? 'first'}
          locale={locale}
          action={enterIdeaCardAction}
          submitLabel={t('save')}
          warnOnLeave={false}
        >
          <UntilAnswered>
            {saved ? (
              <Notice tone="good" role="status" title={t('saved', { number: saved })}>
                <CodeDisplay label={t('tearOff')} code={saved} group={9} size="large" />
                {way ? <p>{t(`told.${way}`)}</p> : null}
                <CursorTo key={saved} field="title" />
              </Notice>
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
