import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { PublicShell } from '@/app/[locale]/shell';
import { NextAppointment } from '@/components/appointments/next-appointment';
import { TopicCards } from '@/components/counselling/topic-cards';
import { PageHeader } from '@/components/layout/page-header';
import { Prose, Section } from '@/components/layout/section';
import { OwnList, OwnText } from '@/components/settings/own-text';
import { Facts } from '@/components/ui/facts';
import { Notice } from '@/components/ui/notice';
import { PhoneLine, PhoneLink } from '@/components/ui/phone-link';
import { getNextFree } from '@/lib/appointments/booking/queries';
import { calendarPaths } from '@/lib/calendar/paths';
import { listNextCounselling } from '@/lib/calendar/queries';
import { kindSlug } from '@/lib/calendar/rules';
import type { Occurrence } from '@/lib/calendar/types';
import { localized } from '@/lib/core/paths';
import { counsellingPaths } from '@/lib/counselling/paths';
import { isOffered } from '@/lib/counselling/queries';
import { listTopics } from '@/lib/counselling/topics/queries';
import { clockTime, doorTime, longDateTime } from '@/lib/i18n/dates';
import { networkPaths } from '@/lib/network/paths';
import { getGuide } from '@/lib/network/queries';
import { getOffice } from '@/lib/settings/queries';
import { postalAddress } from '@/lib/settings/rules';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'counselling.title');
}

/** The third door: a personal matter belongs into a talk, never onto a public page. */
export default async function CounsellingPage({ params }: Props) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'counselling' });
  const office = await getOffice({ locale });
  const { phone } = office;
  const dates = await listNextCounselling({ locale });
  if (!(await isOffered())) return <NotHere {...{ locale, phone, dates }} />;
  return (
    <PublicShell locale={locale} path={counsellingPaths.counselling()} current="counselling">
      <PageHeader title={t('title')} lead={t('lead')} />
      <Notice tone="good" title={t('secretTitle')}>
        <OwnText office={office} name="COUNSELLING_DUTY" />
        <p>{t('secretText')}</p>
      </Notice>
      <Section title={t('whenTitle')}>
        <Hours locale={locale} />
        {dates.length > 0 ? (
          <>
            <h3>{t('nextDates')}</h3>
            <Dates locale={locale} dates={dates} />
          </>
        ) : null}
        <PhoneLine number={phone}>{t('call')}</PhoneLine>
        <NextAppointment locale={locale} free={await getNextFree()} />
        <OwnText office={office} name="COUNSELLING_COST" />
        <OwnText office={office} name="COUNSELLING_LANGUAGES" />
      </Section>
      <Topics locale={locale} />
      <OwnList
        office={office}
        name="COUNSELLING_TOPICS"
        title={t('topicsTitle')}
        intro={t('topicsText')}
      />
      <OwnList office={office} name="COUNSELLING_COURSE" title={t('howTitle')} ordered />
      {office.ownTexts.COUNSELLING_PEOPLE ? (
        <Section title={t('whoTitle')}>
          <OwnText office={office} name="COUNSELLING_PEOPLE" />
        </Section>
      ) : null}
      <OwnList office={office} name="COUNSELLING_LIMITS" title={t('notTitle')} />
      <Urgent locale={locale} />
    </PublicShell>
  );
}

/** What the office has written down for everybody; nothing where it has written nothing. */
async function Topics({ locale }: { locale: string }) {
  const t = await getTranslations({ locale, namespace: 'counselling-topics.index' });
  const topics = await listTopics({ locale });
  if (topics.length === 0) return null;
  return (
    <Section title={t('title')} intro={<p>{t('intro')}</p>}>
      <TopicCards locale={locale} label={t('title')} topics={topics} />
    </Section>
  );
}

/** Where nobody offers counselling whoever comes here reads what there is: the office, the guide, help at once. */
async function NotHere({ locale, phone, dates }: DatesProps & { phone: string }) {
  const t = await getTranslations({ locale, namespace: 'counselling' });
  const { partners } = await getGuide();
  return (
    <PublicShell locale={locale} path={counsellingPaths.counselling()}>
      <PageHeader title={t('title')} lead={t('notHere.lead')} />
      <Section title={t('notHere.guideTitle')}>
        <p className="measure">
          {partners.length > 0 ? `${t('notHere.guideText')} ` : null}
          <a href={localized(locale, networkPaths.guide())}>{t('notHere.guideLink')}</a>
        </p>
      </Section>
      <Section title={t('notHere.officeTitle')}>
        <Hours locale={locale} />
        <PhoneLine number={phone}>{t('notHere.call')}</PhoneLine>
        <NextAppointment locale={locale} free={await getNextFree()} />
      </Section>
      {dates.length > 0 ? (
        <Section title={t('notHere.datesTitle')}>
          <Dates locale={locale} dates={dates} />
        </Section>
      ) : null}
      <Urgent locale={locale} />
    </PublicShell>
  );
}

async function Urgent({ locale }: { locale: string }) {
  const t = await getTranslations({ locale, namespace: 'counselling' });
  return (
    <Section title={t('urgentTitle')} tone="tinted">
      <p>
        {t('urgentDanger')} <PhoneLink number="112" />
      </p>
      <p>
        {t('urgentTalk')} <PhoneLink number="0800 111 0 111" />
      </p>
    </Section>
  );
}

/** When somebody is there. */
async function Hours({ locale }: { locale: string }) {
  const t = await getTranslations({ locale, namespace: 'counselling' });
  const common = await getTranslations({ locale, namespace: 'common' });
  const office = await getOffice({ locale });
  const hours = office.openingHours.map(({ weekday, from, to }) => (
    <span key={`${weekday}-${from}`} className="block">
      {common(`weekday.${weekday}`)},{' '}
      {common('frame.fromTo', { from: doorTime(from), to: doorTime(to) })}
    </span>
  ));
  return (
    <Facts
      items={[
        {
          label: t('where'),
          value: [office.officeName, postalAddress(office)]
            .filter((part) => part !== '')
            .join(', '),
        },
        ...(hours.length > 0 ? [{ label: t('openingHours'), value: hours }] : []),
      ]}
    />
  );
}

type DatesProps = { locale: string; dates: readonly Occurrence[] };

/** The next dates of the calendar that are about counselling, whoever offers them. */
async function Dates({ locale, dates }: DatesProps) {
  const t = await getTranslations({ locale, namespace: 'counselling' });
  return (
    <>
      <Prose>
        <ul>
          {dates.map((date) => (
            <li key={date.key}>
              <a href={localized(locale, date.path)} lang="de">
                {date.title}
              </a>
              {` – ${longDateTime(date.startsAt, locale)}`}
              {` ${t('until', { time: clockTime(date.endsAt, locale) })}, `}
              <span lang="de">{date.place}</span>
            </li>
          ))}
        </ul>
      </Prose>
      <p>
        <a href={localized(locale, calendarPaths.calendarKind(kindSlug('COUNSELLING')))}>
          {t('allDates')}
        </a>
      </p>
    </>
  );
}
