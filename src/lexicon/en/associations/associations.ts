/**
 * Everyday words and what reports call the same matter: who asks about grandma is answered with what is said of older persons. Each
 * string is "what people say > what reports say", both sides words or short phrases parted by commas. Read one way only.
 */
import { EVERYDAY_AT_THE_DOCTOR } from './at-the-doctor.ts';
import { EVERYDAY_AT_WORK } from './at-work.ts';
import { EVERYDAY_COMMON_A } from './common-a.ts';
import { EVERYDAY_COMMON_B } from './common-b.ts';
import { EVERYDAY_COMMON_CA_CI } from './common-ca-ci.ts';
import { EVERYDAY_COMMON_CL_CU } from './common-cl-cu.ts';
import { EVERYDAY_COMMON_D } from './common-d.ts';
import { EVERYDAY_COMMON_E } from './common-e.ts';
import { EVERYDAY_COMMON_F } from './common-f.ts';
import { EVERYDAY_COMMON_G } from './common-g.ts';
import { EVERYDAY_COMMON_H } from './common-h.ts';
import { EVERYDAY_COMMON_I } from './common-i.ts';
import { EVERYDAY_COMMON_J_K } from './common-j-k.ts';
import { EVERYDAY_COMMON_L } from './common-l.ts';
import { EVERYDAY_COMMON_M } from './common-m.ts';
import { EVERYDAY_COMMON_N } from './common-n.ts';
import { EVERYDAY_COMMON_O } from './common-o.ts';
import { EVERYDAY_COMMON_P_Q } from './common-p-q.ts';
import { EVERYDAY_COMMON_P_Q_2 } from './common-p-q-2.ts';
import { EVERYDAY_COMMON_R } from './common-r.ts';
import { EVERYDAY_COMMON_S } from './common-s.ts';
import { EVERYDAY_COMMON_S_2 } from './common-s-2.ts';
import { EVERYDAY_COMMON_T_V } from './common-t-v.ts';
import { EVERYDAY_COMMON_T_V_2 } from './common-t-v-2.ts';
import { EVERYDAY_COMMON_W_Z } from './common-w-z.ts';
import { EVERYDAY_DOING_AND_MAKING } from './doing-and-making.ts';
import { EVERYDAY_FARM_AND_VILLAGE } from './farm-and-village.ts';
import { EVERYDAY_FOOD_AND_KITCHEN } from './food-and-kitchen.ts';
import { EVERYDAY_HOME_AND_FLAT } from './home-and-flat.ts';
import { EVERYDAY_HOW_THINGS_ARE } from './how-things-are.ts';
import { EVERYDAY_MACHINES_AND_FACTORIES } from './machines-and-factories.ts';
import { EVERYDAY_MOVING_ABROAD } from './moving-abroad.ts';
import { EVERYDAY_OFFICE_AND_PAPERS } from './office-and-papers.ts';
import { EVERYDAY_OLD_AND_YOUNG } from './old-and-young.ts';
import { EVERYDAY_PEOPLE_AND_BODY } from './people-and-body.ts';
import { EVERYDAY_PHONE_AND_COMPUTER } from './phone-and-computer.ts';
import { EVERYDAY_POLICE_AND_COURT } from './police-and-court.ts';
import { EVERYDAY_SCHOOL_DAYS } from './school-days.ts';
import { EVERYDAY_SEA_RIVER_WEATHER } from './sea-river-weather.ts';
import { EVERYDAY_STREET_AND_TRAFFIC } from './street-and-traffic.ts';
import { EVERYDAY_UNFAIRNESS_AND_QUARRELS } from './unfairness-and-quarrels.ts';
import { EVERYDAY_WALLET_AND_BILLS } from './wallet-and-bills.ts';

export const ASSOCIATIONS: readonly string[] = [
  ...EVERYDAY_AT_THE_DOCTOR,
  ...EVERYDAY_AT_WORK,
  ...EVERYDAY_DOING_AND_MAKING,
  ...EVERYDAY_FARM_AND_VILLAGE,
  ...EVERYDAY_FOOD_AND_KITCHEN,
  ...EVERYDAY_HOME_AND_FLAT,
  ...EVERYDAY_HOW_THINGS_ARE,
  ...EVERYDAY_MACHINES_AND_FACTORIES,
  ...EVERYDAY_MOVING_ABROAD,
  ...EVERYDAY_OFFICE_AND_PAPERS,
  ...EVERYDAY_OLD_AND_YOUNG,
  ...EVERYDAY_PEOPLE_AND_BODY,
  ...EVERYDAY_PHONE_AND_COMPUTER,
  ...EVERYDAY_POLICE_AND_COURT,
  ...EVERYDAY_SCHOOL_DAYS,
  ...EVERYDAY_SEA_RIVER_WEATHER,
  ...EVERYDAY_STREET_AND_TRAFFIC,
  ...EVERYDAY_UNFAIRNESS_AND_QUARRELS,
  ...EVERYDAY_WALLET_AND_BILLS,
  ...EVERYDAY_COMMON_A,
  ...EVERYDAY_COMMON_B,
  ...EVERYDAY_COMMON_CA_CI,
  ...EVERYDAY_COMMON_CL_CU,
  ...EVERYDAY_COMMON_D,
  ...EVERYDAY_COMMON_E,
  ...EVERYDAY_COMMON_F,
  ...EVERYDAY_COMMON_G,
  ...EVERYDAY_COMMON_H,
  ...EVERYDAY_COMMON_I,
  ...EVERYDAY_COMMON_J_K,
  ...EVERYDAY_COMMON_L,
  ...EVERYDAY_COMMON_M,
  ...EVERYDAY_COMMON_N,
  ...EVERYDAY_COMMON_O,
  ...EVERYDAY_COMMON_P_Q_2,
  ...EVERYDAY_COMMON_P_Q,
  ...EVERYDAY_COMMON_R,
  ...EVERYDAY_COMMON_S_2,
  ...EVERYDAY_COMMON_S,
  ...EVERYDAY_COMMON_T_V_2,
  ...EVERYDAY_COMMON_T_V,
  ...EVERYDAY_COMMON_W_Z,
];
