import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { titledAs } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { GroupFields } from '@/components/initiatives/group-fields';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { believed } from '@/lib/core/page-cache';
import { contentLang, localized } from '@/lib/core/paths';
import { getGroup } from '@/lib/initiatives/groups/queries';
import { groupStatesFrom } from '@/lib/initiatives/groups/rules';
import type { GroupCase } from '@/lib/initiatives/groups/types';
import { initiativesPaths } from '@/lib/initiatives/paths';
import { getOffice } from '@/lib/settings/queries';
import { districtsToChoose } from '@/lib/settings/rules';
import { changeGroupAction, moveGroupAction } from '../actions';

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<{ move?: string | string[] }>;
};
type PartProps = { locale: string; group: GroupCase };

const groupOf = cache(async (id: string) => getGroup(await requireCoordinator(), id));

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const { locale, id } = await params;
  return titledAs(locale, async () => (await groupOf(id)).name, 'initiatives-groups.list.title');
}

/** One group: what is known about it, and what becomes of it. */
export default async function TeamGroupPage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  const path = initiativesPaths.teamGroup(id);
  const group = await guarded(locale, path, () => groupOf(id));
  const t = await getTranslations({ locale, namespace: 'initiatives-groups' });
  const districts = districtsToChoose(await getOffice({ locale }), [group.districtId]);
  // Either words are typed or a button is pressed: its answer would take them away.
  const isMoving = (await believed(searchParams)).move !== undefined;
  return (
    <TeamShell holdsText locale={locale} path={path} current="initiatives">
      <PageHeader
        back={{ href: localized(locale, initiativesPaths.teamGroups()), label: t('list.title') }}
        title={group.name}
        titleLang={contentLang(locale)}
        meta={t(`state.${group.state}`)}
      />
      {isMoving ? null : (
        <Form locale={locale} action={changeGroupAction} submitLabel={t('change.submit')}>
          <HiddenFields values={{ id, version: String(group.version) }} />
          <GroupFields locale={locale} districts={districts} group={group} />
        </Form>
      )}
      <Section title={t('move.title')} id="move" intro={<p>{t(`stateText.${group.state}`)}</p>}>
        {isMoving ? (
          <Moves locale={locale} group={group} />
        ) : (
          <p>
            <a href={localized(locale, initiativesPaths.teamGroupMove(id))}>{t('move.open')}</a>
          </p>
        )}
      </Section>
    </TeamShell>
  );
}

async function Moves({ locale, group }: PartProps) {
  const t = await getTranslations({ locale, namespace: 'initiatives-groups' });
  const { id, version, state } = group;
  return (
    <div className="stack">
      {groupStatesFrom(state).map((to) => (
        <Form
          key={to}
          locale={locale}
          action={moveGroupAction}
          submitLabel={t(`move.${to}`)}
          submitVariant={to === 'ENDED' ? 'danger' : 'secondary'}
          warnOnLeave={false}
        >
          <HiddenFields values={{ id, version: String(version), to }} />
        </Form>
      ))}
      <p>
        <a href={localized(locale, initiativesPaths.teamGroup(id))}>{t('move.back')}</a>
      </p>
    </div>
  );
}
