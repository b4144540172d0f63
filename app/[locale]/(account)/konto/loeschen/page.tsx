import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { EmptyCaches } from '@/components/accounts/empty-caches';
import { LeavingDesk } from '@/components/appointments/leaving-desk';
import { Checkbox } from '@/components/form/checkbox';
import { Form } from '@/components/form/form';
import { Columns } from '@/components/layout/columns';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { LeaveHere } from '@/components/outreach/office/device/leave-here';
import { requireActor } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { accountsPaths } from '@/lib/accounts/paths';
import { mayOpenCounselling } from '@/lib/accounts/policy';
import { THINGS_THAT_GO, THINGS_THAT_STAY } from '@/lib/accounts/profile/rules';
import { findLeftBehind } from '@/lib/appointments/office/queries';
import { localized } from '@/lib/core/paths';
import { deleteAccountAction } from '../actions';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'profile.delete.title');
}

export default async function DeleteAccountPage({ params }: Props) {
  const { locale } = await params;
  const path = accountsPaths.accountDelete();
  const { actor, left } = await guarded(locale, path, async () => {
    const who = await requireActor();
    return { actor: who, left: await findLeftBehind(who) };
  });
  const t = await getTranslations({ locale, namespace: 'profile' });
  return (
    <ActShell locale={locale} path={path}>
      <PageHeader
        title={t('delete.title')}
        lead={t('delete.lead')}
        back={{ href: localized(locale, accountsPaths.account()), label: t('back') }}
      />
      <Columns layout="two">
        <Section title={t('delete.goesTitle')}>
          <div className="prose">
            <ul>
              {THINGS_THAT_GO.map((thing) => (
                <li key={thing}>{t(`delete.goes.${thing}`)}</li>
              ))}
            </ul>
          </div>
        </Section>
        <Section title={t('delete.staysTitle')}>
          <div className="prose">
            <ul>
              {THINGS_THAT_STAY.map((thing) => (
                <li key={thing}>{t(`delete.stays.${thing}`)}</li>
              ))}
            </ul>
          </div>
        </Section>
      </Columns>
      {left ? (
        <LeavingDesk locale={locale} left={left} isThere={mayOpenCounselling(actor)} />
      ) : null}
      <Form
        locale={locale}
        action={deleteAccountAction}
        submitLabel={t('delete.submit')}
        submitVariant="danger"
        warnOnLeave={false}
      >
        <EmptyCaches />
        <LeaveHere />
        <Checkbox name="sure" label={t('delete.sure')} required />
      </Form>
    </ActShell>
  );
}
