/** The home page: one banner for those who read about brewing, and another for everybody else. */
import type { Core } from '@strapi/strapi';
import { homeBanners, HOME_BREWERS, readsAboutBrewing } from '../content/home';
import { edition } from './plugin-services';

const HOME = 'api::home.home';
const GROUP = 'plugin::contact-management.contact-group';
const PRODUCT = 'api::product.product';

/** The CMS edition knows no visitors, so nothing is for some of them. */
export const loadHome = async (strapi: Core.Strapi): Promise<void> => {
  const isPersonal = edition(strapi) === 'ems';
  if (isPersonal) {
    await createGroup(strapi);
    await putEquipmentFirst(strapi);
  }
  const documents = strapi.documents(HOME as never);
  if (await documents.findFirst({})) return;
  const sections = homeBanners.filter(({ audience }) => isPersonal || !audience.groups);
  await documents.create({ data: { title: 'Home', sections } as never, status: 'published' });
};

const createGroup = async (strapi: Core.Strapi): Promise<void> => {
  const documents = strapi.documents(GROUP as never);
  if (await documents.findFirst({ filters: { name: HOME_BREWERS.name } as never })) return;
  await documents.create({ data: HOME_BREWERS as never });
};

/** For those who read about brewing, what they need for it. */
const putEquipmentFirst = async (strapi: Core.Strapi): Promise<void> => {
  const documents = strapi.documents(PRODUCT);
  const equipment = await documents.findMany({ filters: { kind: 'equipment' } });
  const audience = { condition: readsAboutBrewing, always: true, priority: 10 };
  for (const { documentId } of equipment) {
    await documents.update({ documentId, data: { audience } as never, status: 'published' });
  }
};
