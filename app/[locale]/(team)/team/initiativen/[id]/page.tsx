import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { GroupFields } from '@/components/initiatives/group-fields';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { contentLang, localized } from '@/lib/core/paths';
import { getGroup } from '@/lib/initiatives/groups/queries';
import { groupStatesFrom } from '@/lib/initiatives/groups/rules';
import { initiativesPaths } from '@/lib/initiatives/paths';
import { getOffice } from '@/lib/settings/queries';
import { districtsToChoose } from '@/lib/settings/rules';
import { changeGroupAction, moveGroupAction } from '../actions';

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'initiatives-groups.list.title');
}

/** One group: what is known about it, and what becomes of it. */
export default async function TeamGroupPage({ params }: Props) {
  const { locale, id } = await params;
  const path = initiativesPaths.teamGroup(id);
  const group = await guarded(locale, path, async () => getGroup(await requireCoordinator(), id));
  const t = await getTranslations({ locale, namespace: 'initiatives-groups' });
  const districts = districtsToChoose(await getOffice({ locale }), [group.districtId]);
  const version = String(group.version);
  return (
    <TeamShell holdsText locale={locale} path={path} current="initiatives">
      <PageHeader
        back={{ href: localized(locale, initiativesPaths.teamGroups()), label: t('list.title') }}
        title={group.name}
        titleLang={contentLang(locale)}
        meta={t(`state.${group.state}`)}
      />
      <Form locale={locale} action={changeGroupAction} submitLabel={t('change.submit')}>
        <HiddenFields values={{ id, version }} />
        <GroupFields locale={locale} districts={districts} group={group} />
      </Form>
      <Section title={t('move.title')} intro={<p>{t(`stateText.${group.state}`)}</p>}>
        <div className="stack">
          {groupStatesFrom(group.state).map((to) => (
            <Form
              key={to}
              locale={locale}
              action={moveGroupAction}
              submitLabel={t(`move.${to}`)}
              submitVariant={to === 'ENDED' ? 'danger' : 'secondary'}
              warnOnLeave={false}
            >
              <HiddenFields values={{ id, version, to }} />
            </Form>
          ))}
        </div>
      </Section>
    </TeamShell>
  );
}
