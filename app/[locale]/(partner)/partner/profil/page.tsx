import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { PageHeader } from '@/components/layout/page-header';
import { ProfileFields } from '@/components/network/profile-fields';
import { Notice } from '@/components/ui/notice';
import { requireActor } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { accountsPaths } from '@/lib/accounts/paths';
import { answerOfForm } from '@/lib/core/answered-form';
import { believed } from '@/lib/core/page-cache';
import { contentLang, localized } from '@/lib/core/paths';
import { networkPaths } from '@/lib/network/paths';
import { getOwnProfile } from '@/lib/network/queries';
import { changeOwnProfileAction } from './actions';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ saved?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'network.own.title');
}

/** A partner looks after what the directory says about it. */
export default async function PartnerProfilePage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { saved } = await believed(searchParams);
  const path = networkPaths.partnerProfile();
  const profile = await guarded(locale, path, async () => getOwnProfile(await requireActor()));
  const t = await getTranslations({ locale, namespace: 'network.own' });
  // A form that was open when it ended is answered in itself, with all that was typed.
  const isShut = profile.isOver && answerOfForm() === '';
  const shown = `${localized(locale, networkPaths.guide())}#${profile.slug}`;
  return (
    <ActShell holdsText locale={locale} path={path}>
      {saved === 'yes' ? (
        <Notice tone="good" title={t('saved')}>
          {profile.isListed ? <a href={shown}>{t('look')}</a> : t('notListed')}
        </Notice>
      ) : null}
      <PageHeader
        back={{ href: localized(locale, accountsPaths.partner()), label: t('back') }}
        overline={profile.name}
        overlineLang={contentLang(locale)}
        title={t('title')}
        lead={isShut ? undefined : t(profile.isListed ? 'lead' : 'leadNotListed')}
      />
      {isShut ? (
        <Notice tone="info" title={t('over.title')}>
          <p>{t('over.text')}</p>
        </Notice>
      ) : (
        <Form locale={locale} action={changeOwnProfileAction} submitLabel={t('submit')}>
          <HiddenFields values={{ version: String(profile.version) }} />
          <ProfileFields locale={locale} profile={profile} asks="own" />
        </Form>
      )}
    </ActShell>
  );
}
