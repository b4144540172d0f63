import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { Notice } from '@/components/ui/notice';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { listFreeSlots, listOpenHours } from '@/lib/appointments/booking/queries';
import { listNumbers, listTalksByMonth } from '@/lib/appointments/counts/queries';
import { numbersNow } from '@/lib/appointments/counts/rules';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { isOpenNow } from '@/lib/appointments/rules';
import { answerOfForm } from '@/lib/core/answered-form';
import { localOf, now } from '@/lib/core/clock';
import { officeZone } from '@/lib/core/office-time';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { monthName } from '@/lib/i18n/dates';
import { drawNumberAction } from './actions';

type Asked = Record<string, string | string[] | undefined>;

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Asked>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'appointments.office.title');
}

/** What the office may know of the counselling: what is free, and sums of months; and what it does for others there. */
export default async function OfficeAppointmentsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const path = appointmentsPaths.office();
  const months = await guarded(locale, path, async () =>
    listTalksByMonth(await requireCoordinator()),
  );
  const free = await listFreeSlots();
  const asked = await believed(searchParams);
  const t = await getTranslations({ locale, namespace: 'appointments' });
  const office = await getTranslations({ locale, namespace: 'appointments-office' });
  return (
    <TeamShell locale={locale} path={path} current="appointments">
      <PageHeader title={t('office.title')} lead={t('office.lead')} />
      <Said locale={locale} saved={asked.saved} />
      {free === null ? (
        <Notice tone="warn">
          <p>{t('office.off')}</p>
        </Notice>
      ) : (
        <Section title={t('times')} intro={<p>{t('office.freeText')}</p>}>
          <p>{t('office.free', { count: free.length })}</p>
          <ButtonLink href={localized(locale, appointmentsPaths.enter())}>
            {office('enter.title')}
          </ButtonLink>
          <p className="mt-4">
            <a href={appointmentsPaths.notice(locale)}>{t('notice.link')}</a>
          </p>
        </Section>
      )}
      <OpenNow locale={locale} />
      <Section title={office('callOff.title')} intro={<p>{office('callOff.intro')}</p>}>
        <ButtonLink href={localized(locale, appointmentsPaths.callOff())} variant="secondary">
          {office('callOff.title')}
        </ButtonLink>
      </Section>
      <Section title={t('office.talks')} intro={<p>{t('office.talksText')}</p>}>
        <DataTable
          caption={t('office.talks')}
          captionHidden
          columns={[
            { key: 'month', label: t('office.month'), rowHeader: true },
            { key: 'talks', label: t('office.count'), align: 'end' },
          ]}
          rows={months.map(({ month, talks }) => ({
            id: month,
            cells: { month: monthName(month.slice(0, 7), locale), talks: talks ?? t('office.few') },
          }))}
          empty={t('office.none')}
        />
      </Section>
    </TeamShell>
  );
}

/** While people come without an appointment and whoever counsels is behind a closed door. */
async function OpenNow({ locale }: { locale: string }) {
  const [today, time = ''] = localOf(now(), officeZone()).split('T');
  const isOpen = (await listOpenHours()).some((hours) => isOpenNow(hours, today ?? '', time));
  if (!isOpen && answerOfForm() === '') return null;
  const t = await getTranslations({ locale, namespace: 'appointments-office.draw' });
  const { fresh } = numbersNow(await listNumbers());
  return (
    <Section title={t('title')} intro={<p>{t('text')}</p>}>
      <Form
        locale={locale}
        action={drawNumberAction}
        submitLabel={t('button', { number: fresh })}
        warnOnLeave={false}
      >
        <HiddenFields values={{ number: String(fresh) }} />
      </Form>
    </Section>
  );
}

/** What became of what somebody has just done here. */
async function Said({ locale, saved }: { locale: string; saved: unknown }) {
  const t = await getTranslations({ locale, namespace: 'appointments-office' });
  if (saved !== 'off' && saved !== 'nothing') return null;
  return (
    <Notice tone={saved === 'off' ? 'good' : 'warn'} role="status">
      <p>{saved === 'off' ? t('callOff.done') : t('entered.nothing')}</p>
    </Notice>
  );
}
