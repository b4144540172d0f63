import { getTranslations } from 'next-intl/server';
import { DateField } from '@/components/form/date-fields';
import { SeenBy } from '@/components/form/field-parts';
import { Select } from '@/components/form/select';
import { TextField } from '@/components/form/text-field';
import { NAME_MAX, TEXT_MAX } from '@/lib/tasks/rules';
import type { Colleague } from '@/lib/tasks/types';

/** All of it has the same readers; said once. */
const TASK_SEEN = 'task-seen';

interface TaskFieldsProps {
  locale: string;
  colleagues: readonly Colleague[];
  /** Who only counsels; empty where it is about a thing. */
  counsellors: readonly Colleague[];
  /** Names of partners: one of them may do it. */
  partners: readonly string[];
  start?:
    | { text: string; assigneeId: string; assigneeName: string; dueOn: string | null }
    | undefined;
}

/** What is to be done, by whom, until when. */
export async function TaskFields(props: TaskFieldsProps) {
  const { locale, colleagues, counsellors, partners, start } = props;
  const t = await getTranslations({ locale, namespace: 'tasks.field' });
  const office = { above: TASK_SEEN };
  return (
    <>
      <SeenBy id={TASK_SEEN} seen={{ audience: 'INTERNAL', text: t('seen') }} />
      <TextField
        name="text"
        label={t('text')}
        hint={t('textHint')}
        whoSees={office}
        required
        maxLength={TEXT_MAX}
        defaultValue={start?.text}
      />
      <Select
        name="assigneeId"
        label={t('assigneeId')}
        whoSees={office}
        placeholder={t('nobody')}
        defaultValue={start?.assigneeId ?? ''}
        hint={counsellors.length > 0 ? t('counselsHint') : undefined}
        options={[
          ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
          ...counsellors.map(({ id, name }) => ({ value: id, label: t('counsels', { name }) })),
        ]}
      />
      <TextField
        name="assigneeName"
        label={t('assigneeName')}
        hint={t('assigneeNameHint')}
        whoSees={office}
        maxLength={NAME_MAX}
        defaultValue={start?.assigneeName}
        suggestions={[...partners]}
      />
      <DateField
        name="dueOn"
        label={t('dueOn')}
        hint={t('dueOnHint')}
        whoSees={office}
        defaultValue={start?.dueOn ?? ''}
      />
    </>
  );
}
