import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { CounsellingShell } from '@/app/[locale]/shell';
import { DeskNav } from '@/components/appointments/desk-nav';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { TextField } from '@/components/form/text-field';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { Button, ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { requireCounsellor } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { deskKey } from '@/lib/appointments/cookie';
import { listNumbers } from '@/lib/appointments/counts/queries';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { DOOR_MAX } from '@/lib/appointments/rules';
import { getOwnTimes } from '@/lib/appointments/times/queries';
import { localized } from '@/lib/core/paths';
import { moveNumbersAction } from './actions';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'appointments-desk.numbers.title');
}

/** Numbers of open hours: given out and called. */
export default async function NumbersPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const path = appointmentsPaths.numbers();
  const times = await guarded(locale, path, async () =>
    getOwnTimes(await requireCounsellor(), await deskKey()),
  );
  if (times === null) redirect(localized(locale, appointmentsPaths.desk()));
  const asked = await searchParams;
  const called = /^\d{1,4}$/.test(String(asked.called)) ? String(asked.called) : '';
  const waiting = (await listNumbers()).filter(({ called }) => !called).length;
  const t = await getTranslations({ locale, namespace: 'appointments-desk.numbers' });
  return (
    <CounsellingShell holdsText locale={locale} path={path}>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <ButtonLink href={localized(locale, appointmentsPaths.waitingRoom())} variant="secondary">
            {t('screenAction')}
          </ButtonLink>
        }
      />
      <DeskNav locale={locale} current="nummern" />
      <Said locale={locale} asked={asked} />
      <Section title={t('today')}>
        <p>{t('waiting', { count: waiting })}</p>
        <Form
          locale={locale}
          action={moveNumbersAction}
          submitLabel={t('callButton')}
          secondary={
            <>
              {called === '' ? null : (
                <Button name="what" value="again" variant="secondary">
                  {t('againButton', { number: called })}
                </Button>
              )}
              <Button name="what" value="draw" variant="secondary">
                {t('drawButton')}
              </Button>
            </>
          }
        >
          <HiddenFields values={{ number: called }} />
          <TextField
            name="place"
            label={t('place')}
            hint={t('placeHint')}
            whoSees={{ audience: 'PUBLIC', text: t('placeSeen') }}
            defaultValue={typeof asked.place === 'string' ? asked.place.slice(0, DOOR_MAX) : ''}
            maxLength={DOOR_MAX}
            width="medium"
          />
        </Form>
      </Section>
    </CounsellingShell>
  );
}

type SaidProps = { locale: string; asked: Record<string, string | string[] | undefined> };

async function Said({ locale, asked }: SaidProps) {
  const t = await getTranslations({ locale, namespace: 'appointments-desk.numbers' });
  const [what, number] = asked.drawn
    ? (['drawn', asked.drawn] as const)
    : ['called' as const, asked.called];
  if (!/^\d{1,4}$/.test(String(number))) return null;
  return (
    <Notice tone="good" role="status">
      {/* messages: appointments-desk.numbers.drawn appointments-desk.numbers.called */}
      <p>{t(what, { number: String(number) })}</p>
    </Notice>
  );
}
