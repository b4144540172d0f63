import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { Select } from '@/components/form/select';
import { PageHeader } from '@/components/layout/page-header';
import { WhoText } from '@/components/tasks/who';
import { SummaryList } from '@/components/ui/summary-list';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { dayColumn } from '@/lib/core/day.mjs';
import { localized } from '@/lib/core/paths';
import { longDay } from '@/lib/i18n/dates';
import { getKept } from '@/lib/tasks/kept/queries';
import { tasksPaths } from '@/lib/tasks/paths';
import { giveKeptAction } from '../../actions';

interface Props {
  params: Promise<{ locale: string; id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'tasks.kept.title');
}

/** Who of the office sees to what somebody took on in public. */
export default async function TeamKeptTaskPage({ params }: Props) {
  const { locale, id } = await params;
  const path = tasksPaths.teamKept(id);
  const task = await guarded(locale, path, async () => getKept(await requireCoordinator(), id));
  const t = await getTranslations({ locale, namespace: 'tasks' });
  const { text, assignee, who, dueOn, version, assigneeId, colleagues } = task;
  return (
    <TeamShell holdsText locale={locale} path={path} current="tasks">
      <PageHeader
        back={{ href: localized(locale, tasksPaths.teamTasks()), label: t('case.back') }}
        overline={text}
        title={t('kept.title')}
      />
      <SummaryList
        rows={[
          { label: t('kept.public'), value: assignee },
          {
            label: t('list.due'),
            value: dueOn ? longDay(dayColumn(dueOn), locale) : t('list.noDue'),
          },
          {
            label: t('kept.who'),
            value: who ? <WhoText locale={locale} who={who} /> : t('kept.nobody'),
          },
        ]}
      />
      <Form locale={locale} action={giveKeptAction} submitLabel={t('kept.submit')}>
        <HiddenFields values={{ id, version: String(version) }} />
        <Select
          name="assigneeId"
          label={t('kept.field')}
          hint={t(version === 0 ? 'kept.firstHint' : 'kept.hint')}
          whoSees={{ audience: 'INTERNAL', text: t('kept.seen') }}
          placeholder={t(version === 0 ? 'absence.choose' : 'kept.nobody')}
          required={version === 0}
          defaultValue={colleagues.some((one) => one.id === assigneeId) ? assigneeId : ''}
          options={colleagues.map((one) => ({ value: one.id, label: one.name }))}
        />
      </Form>
    </TeamShell>
  );
}
