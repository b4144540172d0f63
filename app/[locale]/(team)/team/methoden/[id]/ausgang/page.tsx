import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { DecisionFields } from '@/components/activation/office/evaluation-fields';
import { FormatHeader } from '@/components/activation/office/format-header';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { getFormat } from '@/lib/activation/formats/queries';
import { activationPaths } from '@/lib/activation/paths';
import { decideFormatAction } from '../../actions';

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'activation-evaluation.decide.title');
}

export default async function TeamDecidePage({ params }: Props) {
  const { locale, id } = await params;
  const path = activationPaths.teamDecide(id);
  const format = await guarded(locale, path, async () => getFormat(await requireCoordinator(), id));
  const t = await getTranslations({ locale, namespace: 'activation-evaluation' });
  return (
    <TeamShell holdsText locale={locale} path={path} current="activation">
      <FormatHeader {...{ locale, format }} title={t('decide.title')} lead={t('decide.text')} />
      <Form locale={locale} action={decideFormatAction} submitLabel={t('decide.submit')}>
        <HiddenFields values={{ id, version: String(format.version) }} />
        <DecisionFields locale={locale} format={format} />
      </Form>
    </TeamShell>
  );
}
