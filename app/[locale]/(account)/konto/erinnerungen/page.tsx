import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { Checkbox } from '@/components/form/checkbox';
import { Form } from '@/components/form/form';
import { TextField } from '@/components/form/text-field';
import { PageHeader } from '@/components/layout/page-header';
import { requireActor } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { accountsPaths } from '@/lib/accounts/paths';
import { localized } from '@/lib/core/paths';
import { getReminderWish } from '@/lib/voting/tell/reminders/queries';
import { saveReminderWishAction } from './actions';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'reminders.account.title');
}

/** Whether somebody wants to be reminded of polls; off unless they say so. */
export default async function RemindersPage({ params }: Props) {
  const { locale } = await params;
  const path = accountsPaths.accountReminders();
  const wish = await guarded(locale, path, async () => getReminderWish(await requireActor()));
  const t = await getTranslations({ locale, namespace: 'reminders' });
  return (
    <ActShell holdsText locale={locale} path={path}>
      <PageHeader
        title={t('account.title')}
        lead={t('account.lead')}
        back={{ href: localized(locale, accountsPaths.account()), label: t('account.back') }}
      />
      <Form locale={locale} action={saveReminderWishAction} submitLabel={t('account.submit')}>
        <Checkbox
          name="wanted"
          label={t('account.wish')}
          hint={wish.email === null ? undefined : t('account.byMail', { email: wish.email })}
          whoSees={{ audience: 'PERSON', text: t('account.wishSeen') }}
          defaultChecked={wish.wanted}
          required
        />
        {wish.email === null ? (
          <TextField
            name="phone"
            type="tel"
            autoComplete="tel"
            label={t('account.phone')}
            hint={t('account.phoneHint')}
            whoSees={{ audience: 'INTERNAL', text: t('account.phoneSeen') }}
            defaultValue={wish.phone}
            maxLength={40}
          />
        ) : null}
      </Form>
    </ActShell>
  );
}
