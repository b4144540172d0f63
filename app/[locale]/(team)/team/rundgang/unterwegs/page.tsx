import { createHash } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { SkipLink } from '@/components/layout/frame-parts';
import { PageHeader } from '@/components/layout/page-header';
import { DeviceFields } from '@/components/outreach/office/device/device-fields';
import { DeviceForm } from '@/components/outreach/office/device/device-form';
import { deviceWords } from '@/components/outreach/office/device/words';
import { Details } from '@/components/ui/details';
import { accountsPaths } from '@/lib/accounts/paths';
import { officeZone } from '@/lib/core/office-time';
import { markWorksOffline } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { outreachPaths } from '@/lib/outreach/paths';
import { getOffice } from '@/lib/settings/queries';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return {
    ...(await pageTitle(locale, 'outreach-device.title')),
    manifest: outreachPaths.deviceManifest(locale),
    robots: { index: false },
  };
}

/**
 * The form for the way, kept on the device by a worker. It asks nobody who they are and says nothing of anybody:
 * everybody may have it, and only the office may send with it.
 */
export default async function DevicePage({ params }: Props) {
  const { locale } = await params;
  markWorksOffline();
  const t = await getTranslations({ locale, namespace: 'outreach-device' });
  const common = await getTranslations({ locale, namespace: 'common' });
  const { districts, categories } = await getOffice({ locale });
  const words = await deviceWords(locale);
  const page = localized(locale, outreachPaths.teamDevice());
  const said = JSON.stringify([words, districts, categories]);
  return (
    <>
      <SkipLink label={common('frame.skip')} />
      <main className="main" id="inhalt" tabIndex={-1}>
        <div
          className="main-narrow stack"
          data-without-line={createHash('sha256').update(said).digest('hex').slice(0, 16)}
        >
          <PageHeader
            back={{ href: localized(locale, outreachPaths.teamRounds()), label: t('back') }}
            title={t('title')}
          />
          <noscript>
            <p>
              {t('noScript')}{' '}
              <a href={localized(locale, outreachPaths.teamContactNew())}>{t('noScriptLink')}</a>
            </p>
          </noscript>
          <DeviceForm
            {...{ words, locale, timeZone: officeZone() }}
            known={{
              districtIds: districts.map(({ id }) => id),
              topicIds: categories.map(({ id }) => id),
              places: districts.flatMap(({ places }) => places),
            }}
            addresses={{
              enter: localized(locale, outreachPaths.teamContactNew()),
              ...{ send: outreachPaths.sendContacts(locale), page },
              signIn: localized(locale, accountsPaths.signIn(page)),
              account: localized(locale, accountsPaths.account()),
              secondStep: localized(locale, accountsPaths.secondFactor(page)),
              worker: outreachPaths.deviceWorker(locale),
              call: localized(locale, outreachPaths.teamCallBack()),
            }}
          >
            <DeviceFields locale={locale} office={{ districts, categories }} />
          </DeviceForm>
          <p>
            {t('laterCall')}{' '}
            <a href={localized(locale, outreachPaths.teamCallBack())}>{t('laterCallLink')}</a>
          </p>
          <p>
            {t('laterProposal')}{' '}
            <a href={localized(locale, outreachPaths.teamContacts())}>{t('laterProposalLink')}</a>
          </p>
          <Details summary={t('about')}>
            <p>{t('aboutText')}</p>
            <p>{t('install')}</p>
          </Details>
        </div>
      </main>
    </>
  );
}
