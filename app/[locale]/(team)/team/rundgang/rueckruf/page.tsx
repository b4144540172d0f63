import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Checkbox } from '@/components/form/checkbox';
import { Form } from '@/components/form/form';
import { TextArea } from '@/components/form/text-area';
import { TextField } from '@/components/form/text-field';
import { PageHeader } from '@/components/layout/page-header';
import { Notice } from '@/components/ui/notice';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { mailPaths } from '@/lib/mail/paths';
import { NOTE_MAX } from '@/lib/outreach/contacts/rules';
import { outreachPaths } from '@/lib/outreach/paths';
import { promiseCallBackAction } from './actions';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'outreach-contacts.callBack.title');
}

/** Somebody who was met wants to be called; that goes onto the call list and nowhere else. */
export default async function CallBackPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { saved } = await believed(searchParams);
  const path = outreachPaths.teamCallBack();
  await guarded(locale, path, requireCoordinator);
  const t = await getTranslations({ locale, namespace: 'outreach-contacts.callBack' });
  const seen = { audience: 'INTERNAL', text: t('seen') } as const;
  return (
    <TeamShell holdsText locale={locale} path={path} current="outreach">
      <PageHeader
        back={{ href: localized(locale, outreachPaths.teamContactNew()), label: t('back') }}
        title={t('title')}
        lead={t('lead')}
      />
      {saved === 'yes' ? (
        <Notice tone="good" role="status">
          <p>{t('saved')}</p>
          <p>
            <a href={localized(locale, mailPaths.teamCalls())}>{t('list')}</a>
          </p>
        </Notice>
      ) : null}
      <Form locale={locale} action={promiseCallBackAction} submitLabel={t('submit')}>
        <TextField name="person" label={t('person')} whoSees={seen} required maxLength={80} />
        <TextField
          name="phone"
          type="tel"
          label={t('phone')}
          whoSees={seen}
          required
          maxLength={40}
        />
        <TextArea
          name="about"
          label={t('about')}
          whoSees={seen}
          required
          rows={3}
          maxLength={NOTE_MAX}
        />
        <Checkbox name="agreed" label={t('agreed')} required />
      </Form>
    </TeamShell>
  );
}
