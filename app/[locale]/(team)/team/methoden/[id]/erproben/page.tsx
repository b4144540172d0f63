import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { FormatHeader } from '@/components/activation/office/format-header';
import { WhenFields } from '@/components/activation/office/trial-fields';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { getFormat } from '@/lib/activation/formats/queries';
import { activationPaths } from '@/lib/activation/paths';
import { getOffice } from '@/lib/settings/queries';
import { planTrialAction } from '../../actions';

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'activation-trials.new.title');
}

export default async function TeamTrialNewPage({ params }: Props) {
  const { locale, id } = await params;
  const path = activationPaths.teamTrialNew(id);
  const format = await guarded(locale, path, async () => getFormat(await requireCoordinator(), id));
  const t = await getTranslations({ locale, namespace: 'activation-trials' });
  const { districts } = await getOffice({ locale });
  const [last] = format.trials;
  return (
    <TeamShell holdsText locale={locale} path={path} current="activation">
      <FormatHeader {...{ locale, format }} title={t('new.title')} />
      <Form locale={locale} action={planTrialAction} submitLabel={t('new.submit')}>
        <HiddenFields values={{ formatId: id, version: String(format.version) }} />
        <WhenFields
          {...{ locale, districts }}
          start={last ? { districtId: last.districtId, ranBy: last.ranBy } : {}}
        />
      </Form>
    </TeamShell>
  );
}
