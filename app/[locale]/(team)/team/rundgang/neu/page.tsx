import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { PageHeader } from '@/components/layout/page-header';
import { LearntThere } from '@/components/outreach/office/learnt-there';
import { RoundFields } from '@/components/outreach/office/round-fields';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { outreachPaths } from '@/lib/outreach/paths';
import { listColleagues, listLearntThere } from '@/lib/outreach/rounds/queries';
import { PLACE_MAX } from '@/lib/outreach/rules';
import { getOffice } from '@/lib/settings/queries';
import { planRoundsAction } from '../actions';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'outreach-rounds.new.title');
}

export default async function TeamRoundNewPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { district, place } = await believed(searchParams);
  const path = outreachPaths.teamRoundNew();
  const { districts } = await getOffice({ locale });
  const known = districts.find(({ id }) => id === district);
  const there = {
    districtId: known?.id ?? '',
    place: known && typeof place === 'string' ? place.slice(0, PLACE_MAX) : '',
  };
  const { colleagues, self, before } = await guarded(locale, path, async () => {
    const actor = await requireCoordinator();
    return {
      colleagues: await listColleagues(actor),
      self: actor.id,
      before: there.place ? await listLearntThere(actor, there) : [],
    };
  });
  const t = await getTranslations({ locale, namespace: 'outreach-rounds' });
  return (
    <TeamShell holdsText locale={locale} path={path} current="outreach">
      <PageHeader
        back={{ href: localized(locale, outreachPaths.teamRounds()), label: t('case.back') }}
        title={t('new.title')}
      />
      <LearntThere locale={locale} rows={before} />
      <Form locale={locale} action={planRoundsAction} submitLabel={t('new.submit')}>
        <RoundFields
          isNew
          {...{ locale, districts, colleagues }}
          start={{
            ...there,
            walkers: colleagues.filter(({ id }) => id === self),
          }}
        />
      </Form>
    </TeamShell>
  );
}
