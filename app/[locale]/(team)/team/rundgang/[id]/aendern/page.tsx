import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { PageHeader } from '@/components/layout/page-header';
import { RoundFields } from '@/components/outreach/office/round-fields';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { localized } from '@/lib/core/paths';
import { outreachPaths } from '@/lib/outreach/paths';
import { getRound, listColleagues } from '@/lib/outreach/rounds/queries';
import { getOffice } from '@/lib/settings/queries';
import { changeRoundAction } from '../../actions';

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'outreach-rounds.change.title');
}

export default async function TeamRoundChangePage({ params }: Props) {
  const { locale, id } = await params;
  const path = outreachPaths.teamRoundChange(id);
  const { round, colleagues } = await guarded(locale, path, async () => {
    const actor = await requireCoordinator();
    return { round: await getRound(actor, id), colleagues: await listColleagues(actor) };
  });
  const t = await getTranslations({ locale, namespace: 'outreach-rounds' });
  const { districts, everyDistrict } = await getOffice({ locale });
  const kept = everyDistrict.filter(
    (one) => one.id === round.districtId && !districts.some(({ id: of }) => of === one.id),
  );
  return (
    <TeamShell holdsText locale={locale} path={path} current="outreach">
      <PageHeader
        back={{ href: localized(locale, outreachPaths.teamRound(id)), label: t('case.backOne') }}
        overline={round.place}
        title={t('change.title')}
      />
      <Form locale={locale} action={changeRoundAction} submitLabel={t('change.submit')}>
        <HiddenFields values={{ id, version: String(round.version) }} />
        <RoundFields
          {...{ locale, colleagues, districts: [...districts, ...kept] }}
          start={round}
        />
      </Form>
    </TeamShell>
  );
}
