import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { titled } from '@/app/[locale]/page-title';
import { PublicShell } from '@/app/[locale]/shell';
import { SessionCards } from '@/components/forum/session-cards';
import { SessionFacts } from '@/components/forum/session-facts';
import { SignUpPanel } from '@/components/forum/sign-up-panel';
import { Columns } from '@/components/layout/columns';
import { PageHeader } from '@/components/layout/page-header';
import { Prose, Section } from '@/components/layout/section';
import { OwnText } from '@/components/settings/own-text';
import { EmptyState } from '@/components/ui/empty-state';
import { now } from '@/lib/core/clock';
import { contentLang, localized } from '@/lib/core/paths';
import { forumPaths } from '@/lib/forum/paths';
import { getForumOverview } from '@/lib/forum/sessions/queries';
import { signUpStatus } from '@/lib/forum/sessions/rules';
import type { ForumOverview } from '@/lib/forum/sessions/types';
import { getOffice } from '@/lib/settings/queries';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return titled(locale, (await getOffice({ locale })).forumName);
}

export default async function ForumPage({ params }: Props) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'forum' });
  const office = await getOffice({ locale });
  const { forumName } = office;
  const { next, upcoming, past } = await getForumOverview({ locale });
  const at = now();
  return (
    <PublicShell locale={locale} path={forumPaths.forum()} current="forum">
      <PageHeader title={forumName} lead={t('overview.lead')} />
      <Section title={t('overview.next')} id="naechstes">
        {next ? (
          <NextSession locale={locale} next={next} at={at} />
        ) : (
          <EmptyState title={t('overview.noneTitle')}>
            <p>{t('overview.noneText')}</p>
            <OwnText office={office} name="NOTICE_BOARDS" />
          </EmptyState>
        )}
      </Section>
      {upcoming.length === 0 ? null : (
        <Section title={t('overview.upcoming')}>
          <SessionCards
            locale={locale}
            label={t('overview.upcoming')}
            sessions={upcoming}
            at={at}
          />
        </Section>
      )}
      <AboutForum locale={locale} />
      {past.length === 0 ? null : (
        <Section title={t('overview.past')}>
          <SessionCards locale={locale} label={t('overview.past')} sessions={past} at={at} />
        </Section>
      )}
    </PublicShell>
  );
}

type NextProps = { locale: string; next: NonNullable<ForumOverview['next']>; at: Date };

async function NextSession({ locale, next, at }: NextProps) {
  const t = await getTranslations({ locale, namespace: 'forum' });
  const office = await getOffice({ locale });
  const facts = {
    ...next,
    fallbackPlace: '',
    access: '',
    childCare: '',
    liftService: '',
    translation: '',
    moderator: '',
  };
  return (
    <Columns layout="aside">
      <div className="stack">
        <h3 lang={contentLang(locale)}>
          <a href={localized(locale, forumPaths.forumSession(next.number))}>{next.title}</a>
        </h3>
        <SessionFacts locale={locale} session={facts} />
        <p>
          <a href={localized(locale, forumPaths.forumSession(next.number))}>
            {t('overview.details')}
          </a>
        </p>
      </div>
      <SignUpPanel
        locale={locale}
        number={next.number}
        status={signUpStatus(next, at)}
        seats={next.seats}
        deadline={next.registrationDeadline}
        phone={office.phone}
      />
    </Columns>
  );
}

async function AboutForum({ locale }: { locale: string }) {
  const office = await getOffice({ locale });
  const t = await getTranslations({ locale, namespace: 'forum' });
  return (
    <Section title={t('about.title')} tone="tinted">
      <Prose>
        <p>{t('about.who')}</p>
        <OwnText office={office} name="FORUM_CHAIR" />
        <p>{t('about.recommends')}</p>
        <p>{t('about.after')}</p>
        <p>{t('about.office')}</p>
      </Prose>
    </Section>
  );
}
