/** What Strapi wraps around a plugin's screens, as far as these components ask for it. */
import type { ReactNode } from 'react';
import { DesignSystemProvider, lightTheme } from '@strapi/design-system';
import { render } from '@testing-library/react';
import { createIntl, IntlProvider } from 'react-intl';
import { MemoryRouter } from 'react-router-dom';
import { translationKey, type Translate } from '../../../admin/src/shared/translate';
import english from '../../../admin/src/translations/en.json';

const messages = Object.fromEntries(
  Object.entries(english).map(([id, text]) => [`contact-management.${id}`, text])
);

export const intl = createIntl({ locale: 'en', messages });

export const t: Translate = (id, values) => intl.formatMessage({ id: translationKey(id) }, values);

/** As Strapi sets them; otherwise the router warns. */
const ROUTER_FLAGS = { v7_startTransition: true, v7_relativeSplatPath: true };

export const renderInAdmin = (ui: ReactNode, { path = '/' } = {}) =>
  render(
    <IntlProvider locale="en" messages={messages}>
      <DesignSystemProvider theme={lightTheme}>
        <MemoryRouter initialEntries={[path]} future={ROUTER_FLAGS}>
          {ui}
        </MemoryRouter>
      </DesignSystemProvider>
    </IntlProvider>
  );
