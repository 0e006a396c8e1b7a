/**
 * Words of everyday and policy English that mean about the same, by subject: a search for one finds the others too, behind the
 * word itself. Each string is a group; its entries are words or short phrases, parted by commas. A word may stand in several
 * groups, which are not joined. Inflections go without saying.
 */
import { NUMBERS_EITHER_WAY } from '../numbers.ts';
import { BUSINESS_AND_TRADE } from './business-and-trade.ts';
import { CAUSES_AND_ACTIONS } from './causes-and-actions.ts';
import { CHANGE_AND_QUANTITY } from './change-and-quantity.ts';
import { CLIMATE_AND_ENVIRONMENT } from './climate-and-environment.ts';
import { ENERGY_AND_INDUSTRY } from './energy-and-industry.ts';
import { HEALTH_AND_CARE } from './health-and-care.ts';
import { HOUSING_CITIES_TRANSPORT } from './housing-cities-transport.ts';
import { LAW_AND_GOVERNMENT } from './law-and-government.ts';
import { MIGRATION_AND_BORDERS } from './migration-and-borders.ts';
import { ORGANIZATIONS_AND_MEETINGS } from './organizations-and-meetings.ts';
import { PAY_AND_MONEY } from './pay-and-money.ts';
import { PEOPLE_AND_ROLES } from './people-and-roles.ts';
import { QUALITIES_AND_FEELINGS } from './qualities-and-feelings.ts';
import { SAFETY_CONFLICT_JUSTICE } from './safety-conflict-justice.ts';
import { SAYING_AND_JUDGING } from './saying-and-judging.ts';
import { SCHOOLING_AND_SKILLS } from './schooling-and-skills.ts';
import { TECHNOLOGY_AND_INTERNET } from './technology-and-internet.ts';
import { TIME_AND_PLACE } from './time-and-place.ts';
import { WATER_FOOD_FARMING_FISHING } from './water-food-farming-fishing.ts';
import { WORK_AND_JOBS } from './work-and-jobs.ts';

export const EQUIVALENTS: readonly string[] = [
  ...BUSINESS_AND_TRADE,
  ...CAUSES_AND_ACTIONS,
  ...CHANGE_AND_QUANTITY,
  ...CLIMATE_AND_ENVIRONMENT,
  ...ENERGY_AND_INDUSTRY,
  ...HEALTH_AND_CARE,
  ...HOUSING_CITIES_TRANSPORT,
  ...LAW_AND_GOVERNMENT,
  ...MIGRATION_AND_BORDERS,
  ...ORGANIZATIONS_AND_MEETINGS,
  ...PAY_AND_MONEY,
  ...PEOPLE_AND_ROLES,
  ...QUALITIES_AND_FEELINGS,
  ...SAFETY_CONFLICT_JUSTICE,
  ...SAYING_AND_JUDGING,
  ...SCHOOLING_AND_SKILLS,
  ...TECHNOLOGY_AND_INTERNET,
  ...TIME_AND_PLACE,
  ...WATER_FOOD_FARMING_FISHING,
  ...WORK_AND_JOBS,
  ...NUMBERS_EITHER_WAY,
];
