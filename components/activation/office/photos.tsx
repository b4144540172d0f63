import { getTranslations } from 'next-intl/server';
import { Checkbox } from '@/components/form/checkbox';
import { FileField } from '@/components/form/file-field';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { RadioGroup } from '@/components/form/radio-group';
import { TextField } from '@/components/form/text-field';
import { Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { activationPaths } from '@/lib/activation/paths';
import { ALT_MAX, CONSENT_MAX, CONSENTS, PHOTOS_MAX } from '@/lib/activation/photos/rules';
import type { PhotoView } from '@/lib/activation/photos/types';
import type { FormAction } from '@/lib/core/form-state';
import { localized } from '@/lib/core/paths';
import { TrialPhoto } from '../trial-photo';

interface PhotosProps {
  locale: string;
  trialId: string;
  photos: readonly PhotoView[];
  /** The trial is over, so that there may be photos of it. */
  mayAdd: boolean;
  /** The carrier has written what is signed. */
  hasSheet: boolean;
  hasEasySheet: boolean;
}

/** Photos of a trial with who agreed, and the way to take each away. */
export async function Photos({ locale, trialId, photos, mayAdd, ...sheets }: PhotosProps) {
  const t = await getTranslations({ locale, namespace: 'activation-photos' });
  return (
    <Section title={t('title')} id="photos" intro={<p>{t('lead')}</p>}>
      {photos.length === 0 ? <p>{t('none')}</p> : null}
      <ul>
        {photos.map((photo) => (
          <li key={photo.id} className="border-t border-rule py-4">
            <Photo {...{ locale, photo }} />
            <p className="cluster">
              <a href={localized(locale, activationPaths.teamTrialPhotoChange(trialId, photo.id))}>
                {t('change')}
                <VisuallyHidden> – {photo.altText}</VisuallyHidden>
              </a>
              <a href={localized(locale, activationPaths.teamTrialPhotoTake(trialId, photo.id))}>
                {t('take')}
                <VisuallyHidden> – {photo.altText}</VisuallyHidden>
              </a>
            </p>
          </li>
        ))}
      </ul>
      {sheets.hasSheet ? (
        <p className="cluster">
          <a href={activationPaths.photoConsent('de')}>{t('sheet.link')}</a>
          {sheets.hasEasySheet ? (
            <a href={activationPaths.photoConsent('de-LS')}>{t('sheet.linkEasy')}</a>
          ) : null}
        </p>
      ) : null}
      {mayAdd && photos.length < PHOTOS_MAX ? (
        <p>
          <a href={localized(locale, activationPaths.teamTrialPhotoAdd(trialId))}>{t('add')}</a>
        </p>
      ) : null}
    </Section>
  );
}

interface AddPhotoProps {
  locale: string;
  trialId: string;
  action: FormAction;
}

/** One more photo: what is to be seen, and who agreed. */
export async function AddPhoto({ locale, trialId, action }: AddPhotoProps) {
  const t = await getTranslations({ locale, namespace: 'activation-photos' });
  return (
    <Section title={t('add')} intro={<p>{t('lead')}</p>}>
      <Form
        locale={locale}
        action={action}
        submitLabel={t('submit')}
        secondary={
          <ButtonLink href={localized(locale, activationPaths.teamTrial(trialId))} variant="quiet">
            {t('back')}
          </ButtonLink>
        }
      >
        <HiddenFields values={{ trialId }} />
        <PictureOf locale={locale} />
        <SaidFields locale={locale} />
      </Form>
    </Section>
  );
}

interface OnePhotoProps {
  locale: string;
  trialId: string;
  photo: PhotoView;
  action: FormAction;
}

/** What is said of a photo, put right; and whether everybody sees it. */
export async function ChangePhoto({ locale, trialId, photo, action }: OnePhotoProps) {
  const t = await getTranslations({ locale, namespace: 'activation-photos' });
  return (
    <Section title={t('change')}>
      <TrialPhoto {...{ locale, photo }} />
      <Form
        locale={locale}
        action={action}
        submitLabel={t('changeSubmit')}
        secondary={
          <ButtonLink href={localized(locale, activationPaths.teamTrial(trialId))} variant="quiet">
            {t('changeBack')}
          </ButtonLink>
        }
      >
        <HiddenFields values={{ id: photo.id, version: String(photo.version) }} />
        <SaidFields locale={locale} start={photo} />
      </Form>
    </Section>
  );
}

/** Asks once more before a photo is gone. */
export async function TakePhoto({ locale, trialId, photo, action }: OnePhotoProps) {
  const t = await getTranslations({ locale, namespace: 'activation-photos' });
  return (
    <Form
      locale={locale}
      action={action}
      submitLabel={t('take')}
      submitVariant="danger"
      warnOnLeave={false}
      secondary={
        <ButtonLink href={localized(locale, activationPaths.teamTrial(trialId))} variant="quiet">
          {t('keep')}
        </ButtonLink>
      }
    >
      <HiddenFields values={{ id: photo.id }} />
      <p>{t('takeText')}</p>
      <Photo {...{ locale, photo }} />
    </Form>
  );
}

async function Photo({ locale, photo }: { locale: string; photo: PhotoView }) {
  const t = await getTranslations({ locale, namespace: 'activation-photos' });
  const { consent, consentNote, shown } = photo;
  return (
    <>
      <TrialPhoto {...{ locale, photo }} />
      <p className="wrap-anywhere">
        {/* messages: activation-photos.way.* */}
        {t(`way.${consent}`)}
        {consentNote ? `: ${consentNote}` : ''} ({t(shown ? 'isShown' : 'isInternal')})
      </p>
    </>
  );
}

async function PictureOf({ locale }: { locale: string }) {
  const t = await getTranslations({ locale, namespace: 'activation-photos' });
  return (
    <FileField
      name="photo"
      label={t('photo')}
      hint={t('photoHint')}
      whoSees={{ audience: 'PUBLIC', text: t('seen') }}
      required
      accept="photo"
    />
  );
}

async function SaidFields({ locale, start }: { locale: string; start?: PhotoView }) {
  const t = await getTranslations({ locale, namespace: 'activation-photos' });
  return (
    <>
      <TextField
        name="altText"
        minLength={5}
        label={t('altText')}
        hint={t('altHint')}
        whoSees={{ audience: 'PUBLIC', text: t('seen') }}
        required
        maxLength={ALT_MAX}
        defaultValue={start?.altText}
      />
      <RadioGroup
        name="consent"
        label={t('consent')}
        required
        defaultValue={start?.consent}
        // messages: activation-photos.way.*
        options={CONSENTS.map((value) => ({ value, label: t(`way.${value}`) }))}
      />
      <TextField
        name="consentNote"
        label={t('consentNote')}
        hint={t('consentHint')}
        whoSees={{ audience: 'INTERNAL', text: t('consentSeen') }}
        maxLength={CONSENT_MAX}
        defaultValue={start?.consentNote}
      />
      <Checkbox
        name="shown"
        label={t('shown')}
        hint={t('shownHint')}
        defaultChecked={start?.shown}
      />
    </>
  );
}
