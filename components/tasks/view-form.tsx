import { getTranslations } from 'next-intl/server';
import { Checkbox } from '@/components/form/checkbox';
import { FieldRow } from '@/components/form/fieldset';
import { Form } from '@/components/form/form';
import { Select } from '@/components/form/select';
import { Details } from '@/components/ui/details';
import type { FormAction } from '@/lib/core/form-state';
import { isNarrow } from '@/lib/tasks/rules';
import type { ThingKind, View } from '@/lib/tasks/types';

type Say = (key: string) => string;

interface ViewFormProps {
  locale: string;
  view: View;
  kinds: readonly ThingKind[];
  action: FormAction;
}

/** Which tasks somebody wants to see; it stays so until they choose again. */
export async function ViewForm({ locale, view, kinds, action }: ViewFormProps) {
  const t = await getTranslations({ locale, namespace: 'tasks.view' });
  // messages: *.taskThing forum-tasks.thing.*
  const say = (await getTranslations({ locale })) as unknown as Say;
  return (
    <Details summary={t('title')} open={isNarrow(view)}>
      <Form
        locale={locale}
        action={action}
        submitLabel={t('submit')}
        submitVariant="secondary"
        warnOnLeave={false}
      >
        <FieldRow>
          <Checkbox name="mine" label={t('mine')} hint={t('mineHint')} defaultChecked={view.mine} />
          <Checkbox name="overdue" label={t('overdue')} defaultChecked={view.overdue} />
        </FieldRow>
        <Select
          name="kind"
          label={t('kind')}
          hint={t('remembered')}
          whoSees="nobody"
          placeholder={t('all')}
          defaultValue={view.kind}
          options={kinds.map(({ kind, label }) => ({ value: kind, label: say(label) }))}
        />
      </Form>
    </Details>
  );
}
