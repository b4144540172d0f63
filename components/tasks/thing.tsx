import { getTranslations } from 'next-intl/server';
import { localized } from '@/lib/core/paths';
import type { ThingShown } from '@/lib/tasks/types';

type Say = (key: string) => string;

/** What a task is about, as it is called now; of what is gone only which kind it was. */
export async function ThingText({ locale, thing }: { locale: string; thing: ThingShown | null }) {
  if (thing === null) return null;
  const t = await getTranslations({ locale, namespace: 'tasks.thing' });
  // messages: *.taskThing forum-tasks.thing.*
  const say = (await getTranslations({ locale })) as unknown as Say;
  const kind = thing.label ? say(thing.label) : thing.kind;
  if (thing.isGone) return t('gone', { kind });
  return <a href={localized(locale, thing.path)}>{t('named', { kind, title: thing.title })}</a>;
}
