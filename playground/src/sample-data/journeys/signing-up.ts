/** The moments in which a visitor becomes somebody: forms, registration, login. */
import { sitePages } from '../site-pages';
import { identify, type Story } from './story';
import type { VisitLog } from './visit-log';

/** The letter's form stands at the foot of every page. */
export const subscribe = (log: VisitLog, story: Story): void => {
  const { email } = story.person.profile;
  identify(story, log.now(), 'form:newsletter');
  log.does('formsubmit', {
    title: 'newsletter',
    data: { form: 'newsletter', fields: { email }, consent: { email: true } },
  });
  log.does('subscription', { title: 'newsletter' });
  story.subscription = 'subscribed';
};

export const unsubscribe = (log: VisitLog, story: Story): void => {
  log.does('unsubscription', { title: 'newsletter' });
  story.subscription = 'unsubscribed';
};

export const writeToUs = (log: VisitLog, story: Story): void => {
  const { email, firstName, lastName } = story.person.profile;
  log.see(sitePages.contact);
  identify(story, log.now(), 'form:contact');
  log.does('formsubmit', {
    title: 'contact',
    data: { form: 'contact', fields: { email, firstName, lastName } },
  });
};

export const register = (log: VisitLog, story: Story): void => {
  log.see(sitePages.register);
  identify(story, log.now(), 'registration');
  log.does('registration');
  story.isRegistered = true;
  log.see(sitePages.account);
};

export const logIn = (log: VisitLog): void => {
  log.see(sitePages.login);
  log.does('login');
  log.see(sitePages.account);
};

export const enquire = (log: VisitLog, story: Story): void => {
  const { email, firstName, lastName, companyName, jobTitle, phone } = story.person.profile;
  log.see(sitePages.wholesale);
  identify(story, log.now(), 'form:wholesale-enquiry');
  log.does('formsubmit', {
    title: 'wholesale-enquiry',
    data: {
      form: 'wholesale-enquiry',
      fields: { email, firstName, lastName, companyName, jobTitle, ...(phone && { phone }) },
    },
  });
  story.hasEnquired = true;
  story.isPartner = story.random.chance(0.25);
};
