import { getTranslations } from 'next-intl/server';
import { FileField } from '@/components/form/file-field';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { FormAction } from '@/lib/core/form-state';
import { localized } from '@/lib/core/paths';
import { meetingsPaths } from '@/lib/meetings/paths';
import type { MeetingCase, Participant } from '@/lib/meetings/types';

interface CertificatesProps {
  locale: string;
  meeting: MeetingCase;
}

/** Who was there, each with their certificate and the way to put one there. */
export async function Certificates({ locale, meeting }: CertificatesProps) {
  const t = await getTranslations({ locale, namespace: 'meetings.paper' });
  const { id, people, canCertify } = meeting;
  const listed = people.filter(({ certificateId }) => canCertify || certificateId !== null);
  if (listed.length === 0) return null;
  return (
    <Section title={t('title')} id="papers" intro={<p>{t('lead')}</p>}>
      <ul className="stack">
        {listed.map(({ id: person, name, certificateId }) => (
          <li key={person} className="cluster">
            <span className="wrap-anywhere">{name}</span>
            {certificateId === null ? (
              <span className="text-ink-soft">{t('none')}</span>
            ) : (
              <CertificateLink {...{ locale, name, certificateId }} />
            )}
            <a href={localized(locale, meetingsPaths.teamMeetingPaper(id, person))}>
              {t(certificateId === null ? 'add' : 'change')}
              <VisuallyHidden> – {name}</VisuallyHidden>
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface CertificateLinkProps {
  locale: string;
  name: string;
  certificateId: string;
}

async function CertificateLink({ locale, name, certificateId }: CertificateLinkProps) {
  const t = await getTranslations({ locale, namespace: 'meetings.paper' });
  return (
    <a href={meetingsPaths.certificate(certificateId)} download>
      {t('open')}
      <VisuallyHidden> – {name}</VisuallyHidden>
    </a>
  );
}

interface CertificateProps extends CertificatesProps {
  person: Participant;
  actions: { keep: FormAction; take: FormAction };
}

/** The certificate of one of them: put there, replaced, deleted. */
export async function Certificate({ locale, meeting, person, actions }: CertificateProps) {
  const t = await getTranslations({ locale, namespace: 'meetings.paper' });
  const { certificateId, name } = person;
  const values = { id: meeting.id, person: person.id, seen: certificateId ?? '' };
  return (
    <>
      <Section title={t('of', { name })} intro={<p>{t('lead')}</p>}>
        {meeting.canCertify ? (
          <Form
            locale={locale}
            action={actions.keep}
            submitLabel={t('submit')}
            secondary={
              <ButtonLink
                href={localized(locale, meetingsPaths.teamMeeting(meeting.id))}
                variant="quiet"
              >
                {t('back')}
              </ButtonLink>
            }
          >
            <HiddenFields values={values} />
            <FileField
              name="paper"
              label={t('field')}
              hint={t('fieldHint')}
              whoSees={{ audience: 'PERSON', text: t('fieldSeen') }}
              required
              accept="papers"
            />
          </Form>
        ) : null}
      </Section>
      {certificateId === null ? null : (
        <Section title={t('take')} intro={<p>{t('takeText')}</p>}>
          <p>
            <CertificateLink {...{ locale, name, certificateId }} />
          </p>
          <Form
            locale={locale}
            action={actions.take}
            submitLabel={t('take')}
            submitVariant="danger"
            warnOnLeave={false}
          >
            <HiddenFields values={values} />
          </Form>
        </Section>
      )}
    </>
  );
}
