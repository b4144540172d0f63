import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { AnswersCheck } from '@/components/initiatives/answers-check';
import { RequestFields } from '@/components/initiatives/request-fields';
import { PageHeader } from '@/components/layout/page-header';
import { PhoneLink } from '@/components/ui/phone-link';
import { currentVisitor } from '@/lib/accounts/actor';
import { mayVote, ownerOf } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/types';
import { localized } from '@/lib/core/paths';
import { initiativesPaths } from '@/lib/initiatives/paths';
import { listInitiativeNames } from '@/lib/initiatives/queries';
import { getOffice } from '@/lib/settings/queries';
import { requestSupportAction } from './actions';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'initiatives.form.pageTitle');
}

/** A request for support: fields, a last look, then the receipt. */
export default async function RequestSupportPage({ params }: Props) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'initiatives' });
  const { districts, phone } = await getOffice({ locale });
  return (
    <ActShell holdsText locale={locale} path={initiativesPaths.supportForm()} current="support">
      <PageHeader
        back={{
          href: localized(locale, initiativesPaths.supportOverview()),
          label: t('form.back'),
        }}
        title={t('form.pageTitle')}
        lead={t('form.lead')}
      />
      <p className="measure">
        {t('form.notHere')}{' '}
        <a href={localized(locale, initiativesPaths.supportDoor())}>{t('form.letterLink')}</a>
      </p>
      <Form
        locale={locale}
        action={requestSupportAction}
        submitLabel={t('form.next')}
        values={await knownValues()}
        lastLook={{
          content: <AnswersCheck title={t('check.title')} intro={t('check.intro')} />,
          sendLabel: t('check.send'),
          changeLabel: t('check.change'),
        }}
      >
        <RequestFields
          {...{ locale, districts }}
          groups={await listInitiativeNames()}
          tied={await isTied()}
        />
      </Form>
      {phone === '' ? null : (
        <p className="mt-8">
          {t('form.byPhone')} <PhoneLink number={phone} />
        </p>
      )}
    </ActShell>
  );
}

/** Whoever is signed in need not type again what we know; without the database nobody is. */
async function knownValues(): Promise<Record<string, string>> {
  const visitor = await currentVisitor().catch(() => null);
  return visitor !== null && mayVote(visitor) ? knownOf(visitor) : {};
}

function knownOf({ displayName, email, districtId }: Actor): Record<string, string> {
  return {
    ...(displayName ? { name: displayName } : {}),
    ...(districtId ? { districtId } : {}),
    ...(email ? { contactKind: 'MAIL', mail: email } : {}),
  };
}

/** Whether what is sent belongs to an account. */
async function isTied(): Promise<boolean> {
  const visitor = await currentVisitor().catch(() => null);
  return visitor !== null && ownerOf(visitor) !== null;
}
