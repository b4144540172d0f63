import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { guarded } from '@/lib/accounts/page-guard';
import { AppError } from '@/lib/core/errors';
import { localized } from '@/lib/core/paths';
import { findOwnRequest } from '@/lib/initiatives/own/queries';
import { initiativesPaths } from '@/lib/initiatives/paths';
import { canTake } from '@/lib/initiatives/rules';
import { withdrawRequestAction } from './actions';

type Props = { params: Promise<{ locale: string; code: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return { ...(await pageTitle(locale, 'initiatives.withdraw.title')), robots: { index: false } };
}

/** One question: is the support not needed any more? */
export default async function WithdrawRequestPage({ params }: Props) {
  const { locale, code } = await params;
  const key = decodeURIComponent(code);
  const path = initiativesPaths.supportWithdraw(key);
  const request = await guarded(locale, path, async () => {
    const found = await findOwnRequest({ locale }, key);
    if (!found || !canTake('withdraw', found.state, found.kinds, 'asker')) {
      throw new AppError('NOT_FOUND');
    }
    return found;
  });
  const t = await getTranslations({ locale, namespace: 'initiatives.withdraw' });
  const back = localized(locale, initiativesPaths.supportReceipt(key));
  return (
    <ActShell holdsText locale={locale} path={path} current="support">
      <PageHeader
        back={{ href: back, label: t('back') }}
        overline={t('which', { number: request.number, title: request.title })}
        title={t('title')}
        lead={t('lead')}
      />
      <Form
        locale={locale}
        action={withdrawRequestAction}
        submitLabel={t('action')}
        submitVariant="danger"
        secondary={
          <ButtonLink href={back} variant="quiet">
            {t('keep')}
          </ButtonLink>
        }
      >
        <HiddenFields values={{ key }} />
      </Form>
    </ActShell>
  );
}
