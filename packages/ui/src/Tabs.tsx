import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import './Tabs.css';

interface TabsProps {
  readonly label: string;
  readonly tabs: readonly { readonly id: string; readonly title: ReactNode; readonly content: ReactNode }[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

/** Tabs whose panels all stay mounted: what was typed in one is there when it is looked at again. */
export function Tabs({ label, tabs, chosen, onChoose }: TabsProps) {
  return (
    <AriaTabs className="rs-tabs" selectedKey={chosen} onSelectionChange={(key) => onChoose(String(key))}>
      <TabList aria-label={label} className="rs-tablist">
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className="rs-tab">
            {tab.title}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} shouldForceMount className="rs-tabpanel">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
