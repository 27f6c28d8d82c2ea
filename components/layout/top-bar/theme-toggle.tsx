"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { IconButton } from "@/components/ui/action/icon-button";
import { Menu } from "@/components/ui/overlay/menu";

const themes = [
  { value: "system", label: "As the system", icon: <Monitor aria-hidden className="size-3.5" /> },
  { value: "light", label: "Light", icon: <Sun aria-hidden className="size-3.5" /> },
  { value: "dark", label: "Dark", icon: <Moon aria-hidden className="size-3.5" /> },
];

export function ThemeToggle() {
  const { theme, setTheme } = useTheme();
  return (
    <Menu
      label="Theme"
      items={themes.map(({ value, label, icon }) => ({
        kind: "action",
        label,
        icon,
        isChecked: theme === value,
        onSelect: () => {
          setTheme(value);
        },
      }))}
      trigger={
        <IconButton
          label="Theme"
          hasTooltip={false}
          icon={
            <>
              <Sun aria-hidden className="size-4 dark:hidden" />
              <Moon aria-hidden className="hidden size-4 dark:block" />
            </>
          }
        />
      }
    />
  );
}
