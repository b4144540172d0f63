import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import { Details } from '@/components/ui/details';
import { Notice } from '@/components/ui/notice';
import { PhoneLink } from '@/components/ui/phone-link';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { calendarPaths } from '@/lib/calendar/paths';
import type { CalendarScope, Kind, Named } from '@/lib/calendar/types';
import { localized } from '@/lib/core/paths';
import { feedPath } from './links';

type SubscribePageProps = {
  locale: string;
  /** Where this office can be reached, e.g. `https://forum.example`. */
  origin: string;
  districts: readonly Named[];
  kinds: readonly Kind[];
  phone: string;
};

/** How the dates get onto a phone: press once, or copy an address. */
export async function SubscribePage(props: SubscribePageProps) {
  const { locale, origin, districts, kinds, phone } = props;
  const t = await getTranslations({ locale, namespace: 'calendar' });
  const feed = (scope: CalendarScope, name: string) => (
    <FeedRow key={name} locale={locale} address={`${origin}${feedPath(scope)}`} name={name} />
  );
  return (
    <>
      <PageHeader
        back={{ href: localized(locale, calendarPaths.calendar()), label: t('entry.back') }}
        title={t('subscribe.title')}
        lead={t('subscribe.lead')}
      />
      <p>{t('subscribe.free')}</p>
      <Section title={t('subscribe.chooseTitle')} intro={<p>{t('subscribe.chooseText')}</p>}>
        <ul>{feed({}, t('subscribe.whole'))}</ul>
        <h3 className="mt-8 mb-2">{t('subscribe.districtsTitle')}</h3>
        <ul>{districts.map(({ slug, name }) => feed({ districtSlug: slug }, name))}</ul>
        <Details summary={t('subscribe.kindsTitle')}>
          <ul>{kinds.map(({ kind, name }) => feed({ kind }, name))}</ul>
        </Details>
      </Section>
      <Section title={t('subscribe.manualTitle')}>
        <Details summary={t('subscribe.iphone')}>
          <p>{t('subscribe.iphoneText')}</p>
        </Details>
        <Details summary={t('subscribe.android')}>
          <p>{t('subscribe.androidText')}</p>
        </Details>
        <Details summary={t('subscribe.computer')}>
          <p>{t('subscribe.computerText')}</p>
        </Details>
      </Section>
      {phone === '' ? null : (
        <div className="mt-10">
          <Notice tone="info" title={t('subscribe.helpTitle')}>
            <p>{t('subscribe.help')}</p>
            <p>
              <PhoneLink number={phone} icon />
            </p>
          </Notice>
        </div>
      )}
    </>
  );
}

type FeedRowProps = { locale: string; address: string; name: string };

async function FeedRow({ locale, address, name }: FeedRowProps) {
  const t = await getTranslations({ locale, namespace: 'calendar' });
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-rule py-4">
      <div className="min-w-0">
        <p>
          <strong>{name}</strong>
          <br />
          <span className="small text-ink-soft">
            {t('subscribe.address')}{' '}
            <a href={address} className="break-all">
              <VisuallyHidden>{t('subscribe.addressOf', { name })} </VisuallyHidden>
              {address}
            </a>
          </span>
        </p>
      </div>
      <ButtonLink href={address.replace(/^https?:/, 'webcal:')} variant="secondary">
        {t('subscribe.action')}
        <VisuallyHidden> – {name}</VisuallyHidden>
      </ButtonLink>
    </li>
  );
}
