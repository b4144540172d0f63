import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { AddPhoto, ChangePhoto, Photos, TakePhoto } from '@/components/activation/office/photos';
import { TrialAbout } from '@/components/activation/office/trial-about';
import { ResultFields, WhenFields } from '@/components/activation/office/trial-fields';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { getTrial } from '@/lib/activation/formats/queries';
import type { TrialView } from '@/lib/activation/formats/types';
import { activationPaths } from '@/lib/activation/paths';
import { listPhotos } from '@/lib/activation/photos/queries';
import { PHOTOS_MAX } from '@/lib/activation/photos/rules';
import type { PhotoView } from '@/lib/activation/photos/types';
import { isDecided } from '@/lib/activation/rules';
import { dayColumn } from '@/lib/core/day.mjs';
import { officeToday } from '@/lib/core/office-time';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { longDay } from '@/lib/i18n/dates';
import { getOffice } from '@/lib/settings/queries';
import {
  addPhotoAction,
  changePhotoAction,
  changeTrialAction,
  strikeQuotesAction,
  strikeTrialAction,
  takePhotoAction,
} from '../../actions';

interface Props {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'activation-trials.case.title');
}

/** One trial: when it is, what came of it; or whether it is to be struck out. */
export default async function TeamTrialPage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  const { saved, strike, photo, take, mend } = await believed(searchParams);
  const path = activationPaths.teamTrial(id);
  const { trial, format, photos } = await guarded(locale, path, async () => {
    const actor = await requireCoordinator();
    return { ...(await getTrial(actor, id)), photos: await listPhotos(actor, id) };
  });
  const t = await getTranslations({ locale, namespace: 'activation-trials' });
  const book = await getTranslations({ locale, namespace: 'activation-formats' });
  const shots = await getTranslations({ locale, namespace: 'activation-photos' });
  const done = {
    planned: book('saved.tried'),
    quotes: t('case.quotesStruck'),
    photo: shots('saved.photo'),
    photoChanged: shots('saved.photoChanged'),
    photoTaken: shots('saved.photoTaken'),
  }[String(saved)];
  const isFixed = format.state === 'EVALUATED' || isDecided(format.state);
  return (
    <TeamShell holdsText locale={locale} path={path} current="activation">
      <PageHeader
        back={{
          href: localized(locale, activationPaths.teamFormat(trial.formatId)),
          label: book('case.backOne'),
        }}
        overline={
          format.edition === 1
            ? format.name
            : book('edition', { name: format.name, edition: format.edition })
        }
        title={t('case.title')}
        meta={longDay(dayColumn(trial.day), locale)}
        actions={<a href={activationPaths.trialSheet(id, locale)}>{t('print.link')}</a>}
      />
      {done ? (
        <Notice tone="good" role="status">
          <p>{done}</p>
        </Notice>
      ) : null}
      <Whole
        {...{ locale, trial, photos, isFixed }}
        isStruck={strike === 'open'}
        isAdding={photo === 'open'}
        taken={photos.find((one) => one.id === take)}
        mended={photos.find((one) => one.id === mend)}
      />
    </TeamShell>
  );
}

interface WholeProps extends OpenProps {
  photos: PhotoView[];
  isFixed: boolean;
  isAdding: boolean;
  /** The photo that is asked about. */
  taken: PhotoView | undefined;
  /** The one whose words are put right. */
  mended: PhotoView | undefined;
}

async function Whole(props: WholeProps) {
  const { locale, trial, photos, isFixed, isStruck, isAdding, taken, mended } = props;
  const mayAdd = trial.day <= officeToday();
  const ofTrial = { locale, trialId: trial.id };
  const [sheet, easySheet] = await Promise.all(
    ['de', 'de-LS'].map(async (language) => (await getOffice({ locale: language })).ownTexts),
  );
  if (taken) return <TakePhoto {...ofTrial} photo={taken} action={takePhotoAction} />;
  if (mended) return <ChangePhoto {...ofTrial} photo={mended} action={changePhotoAction} />;
  if (isAdding && mayAdd && photos.length < PHOTOS_MAX)
    return <AddPhoto {...ofTrial} action={addPhotoAction} />;
  return (
    <>
      {isFixed ? (
        <TrialAbout locale={locale} trial={trial} strikeQuotes={strikeQuotesAction} />
      ) : (
        <Open {...{ locale, trial, isStruck }} />
      )}
      {isStruck || !(mayAdd || photos.length > 0) ? null : (
        <Photos
          {...{ ...ofTrial, photos, mayAdd }}
          hasSheet={sheet?.CONSENT_PHOTO !== undefined}
          hasEasySheet={easySheet?.CONSENT_PHOTO !== undefined}
        />
      )}
    </>
  );
}

interface OpenProps {
  locale: string;
  trial: TrialView;
  isStruck: boolean;
}

async function Open({ locale, trial, isStruck }: OpenProps) {
  const t = await getTranslations({ locale, namespace: 'activation-trials.case' });
  const { districts, everyDistrict } = await getOffice({ locale });
  const hidden = <HiddenFields values={{ id: trial.id, version: String(trial.version) }} />;
  const kept = everyDistrict.filter(
    (one) => one.id === trial.districtId && !districts.some(({ id }) => id === one.id),
  );
  if (isStruck)
    return (
      <Form
        locale={locale}
        action={strikeTrialAction}
        submitLabel={t('strike')}
        submitVariant="danger"
        warnOnLeave={false}
        secondary={
          <ButtonLink href={localized(locale, activationPaths.teamTrial(trial.id))} variant="quiet">
            {t('keep')}
          </ButtonLink>
        }
      >
        {hidden}
        <p>{t('strikeText')}</p>
      </Form>
    );
  return (
    <>
      <Form locale={locale} action={changeTrialAction} submitLabel={t('submit')}>
        {hidden}
        <WhenFields {...{ locale, districts: [...districts, ...kept] }} start={trial} />
        <ResultFields locale={locale} trial={trial} />
      </Form>
      <p>
        <a href={localized(locale, activationPaths.teamTrialStrike(trial.id))}>{t('strike')}</a>
      </p>
    </>
  );
}
