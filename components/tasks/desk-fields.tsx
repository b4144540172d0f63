import { getTranslations } from 'next-intl/server';
import { DateField } from '@/components/form/date-fields';
import { SeenBy } from '@/components/form/field-parts';
import { TextField } from '@/components/form/text-field';
import { TEXT_MAX } from '@/lib/tasks/rules';

/** Both have the same readers; said once. */
const TASK_SEEN = 'own-task-seen';

interface DeskTaskFieldsProps {
  locale: string;
  start?: { text: string; dueOn: string | null } | undefined;
}

/** What is to be done and until when: there is no field for whom or what it is about. */
export async function DeskTaskFields({ locale, start }: DeskTaskFieldsProps) {
  const t = await getTranslations({ locale, namespace: 'tasks-desk' });
  const field = await getTranslations({ locale, namespace: 'tasks.field' });
  const own = { above: TASK_SEEN };
  return (
    <>
      <SeenBy id={TASK_SEEN} seen={{ audience: 'INTERNAL', text: t('seen') }} />
      <TextField
        name="text"
        label={field('text')}
        hint={t('textHint')}
        whoSees={own}
        required
        maxLength={TEXT_MAX}
        defaultValue={start?.text}
      />
      <DateField
        name="dueOn"
        label={field('dueOn')}
        hint={t('dueOnHint')}
        whoSees={own}
        defaultValue={start?.dueOn ?? ''}
      />
    </>
  );
}
