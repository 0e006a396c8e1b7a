import type { Appearance, Contribution, Maker, Material, Organization, Session } from '../knowledge/model.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import type { Context } from './context.ts';

/** The abbreviation where there is one, for places with little room. */
export function shortName(organization: Organization): string {
  return organization.abbreviation ?? organization.name;
}

/** "Natalia Popova, ILO": a maker as they were at that event. */
export function makerName(maker: Maker, session: string, { records }: Context): string {
  switch (maker.kind) {
    case 'person': {
      const name = records.person(maker.id)?.name ?? maker.id;
      const affiliation = records.affiliation(maker.id, session);
      const organization = records.organization(affiliation?.organization ?? '');
      return organization ? `${name}, ${shortName(organization)}` : name;
    }
    case 'organization':
      return records.organization(maker.id)?.name ?? maker.id;
    case 'session':
      return records.root(maker.id)?.title ?? maker.id;
    case 'unnamed':
      return maker.voice;
  }
}

/** All makers of a contribution, each as at that event. */
export function makerNames(contribution: Contribution, context: Context): string[] {
  return contribution.makers.map((maker) => makerName(maker, contribution.session, context));
}

/** "United Nations Industrial Development Organization (UNIDO)". */
export function fullName({ name, abbreviation }: Organization): string {
  return abbreviation === undefined ? name : `${name} (${abbreviation})`;
}

/** Who published a document; '' where that is not stated, which is written so in its place. */
export function publisherOf({ publisher = '' }: Pick<Material, 'publisher'>): string {
  return publisher === 'not stated' ? '' : publisher;
}

/** "WSIS Forum 2022, session 181". */
export function seriesName(session: Session, says: Catalogue): string {
  if (!session.series) return '';
  const { name, number } = session.series;
  return number === undefined ? name : says.seriesNumber(name, number);
}

/** "Labour economist, Labour migration branch, ILO": what somebody was. */
export function roleOf(appearance: Appearance, { records }: Context): string {
  const organization = records.organization(appearance.organization ?? '');
  const country = records.country(appearance.country ?? '');
  const parts = [appearance.role, appearance.unit, organization && fullName(organization)];
  if (country && !parts.some((part) => part?.includes(country.name))) parts.push(country.name);
  return parts.filter((part) => part !== undefined).join(', ');
}

/** "Patrick Tay, Singapore National Trades Union Congress (panellist)". */
export function appearanceName(
  appearance: Appearance,
  { records }: Context,
  form: 'full' | 'short' = 'full',
): string {
  const name = records.person(appearance.person)?.name ?? appearance.person;
  const organization = records.organization(appearance.organization ?? '');
  return organization ? `${name}, ${form === 'short' ? shortName(organization) : organization.name}` : name;
}
