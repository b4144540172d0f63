import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import { TaskList, TaskRow } from '@/components/ui/task-row';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { localized } from '@/lib/core/paths';
import { settingsPaths } from '@/lib/settings/paths';
import { type SetupPart, setupParts } from '@/lib/settings/rules';
import type { Office } from '@/lib/settings/types';

/** Leads the first admin of a new office through what its pages lack; nothing once all is there. */
export async function SetupSteps({ locale, office }: { locale: string; office: Office }) {
  const parts = setupParts(office);
  const done = parts.filter(({ isDone }) => isDone).length;
  if (done === parts.length) return null;
  const t = await getTranslations({ locale, namespace: 'settings' });
  return (
    <Section
      title={t('setup.title')}
      id="setup"
      intro={<p>{t('setup.lead', { done, all: parts.length })}</p>}
    >
      {/* messages: settings.* */}
      <TaskList label={t('setup.title')}>
        {parts.map(({ part, isDone }) => (
          <TaskRow
            key={part}
            title={t(`${part}.title`)}
            why={t(`setup.why.${part}`)}
            tone={isDone ? 'good' : 'waiting'}
            action={isDone ? t('setup.done') : <Fill locale={locale} part={part} />}
          />
        ))}
      </TaskList>
    </Section>
  );
}

async function Fill({ locale, part }: { locale: string; part: SetupPart }) {
  const t = await getTranslations({ locale, namespace: 'settings' });
  return (
    <ButtonLink href={localized(locale, settingsPaths.teamSettingsPart(part))} variant="secondary">
      {t('setup.fill')}
      <VisuallyHidden> – {t(`${part}.title`)}</VisuallyHidden>
    </ButtonLink>
  );
}
