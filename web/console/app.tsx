import { App as AntApp, ConfigProvider, type ConfigProviderProps } from "antd";
import enUS from "antd/es/locale/en_US.js";
import zhCN from "antd/es/locale/zh_CN.js";
import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import type { Locale } from "../../shared/kernel/text.ts";
import { Frame } from "./frame.tsx";
import type { SignIn } from "./session/sign-in.ts";
import { keepLanguage, keptLanguage } from "./words/language.ts";
import { wordsIn } from "./words/words.ts";

type AntLocale = ConfigProviderProps["locale"];
const ANT: Readonly<Record<Locale, AntLocale>> = {
  "zh-CN": zhCN as unknown as AntLocale, // antd's ES files are typed as if they were CommonJS, with the default one step deeper
  en: enUS as unknown as AntLocale, // likewise
};

/** The look of the customer pages, said in antd's tokens; text keeps 7:1 and controls 3:1 on white. */
const theme = {
  token: {
    colorPrimary: "#0b57a4",
    colorLink: "#0b57a4",
    colorText: "#17212e",
    colorTextSecondary: "#4d5b6c",
    colorTextPlaceholder: "#5f6c7b",
    colorTextTertiary: "#5f6c7b",
    colorTextQuaternary: "#5f6c7b",
    colorTextDisabled: "#5f6c7b",
    colorBorder: "#8793a3",
    colorError: "#a8201a",
    colorErrorBg: "#fdeeec",
    colorErrorBorder: "#d98f89",
    colorBgLayout: "#f3f5f8",
    borderRadius: 8,
    motion: !matchMedia("(prefers-reduced-motion: reduce)").matches,
    controlHeight: 40,
    fontSize: 15,
    fontFamily:
      'system-ui,-apple-system,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif',
  },
};

const Console = ({ signIn }: { signIn: SignIn }) => {
  const [locale, setLocale] = useState(keptLanguage);
  useEffect(() => {
    document.documentElement.lang = locale;
    keepLanguage(locale);
  }, [locale]);
  return (
    <ConfigProvider locale={ANT[locale]} theme={theme} button={{ autoInsertSpace: false }}>
      <AntApp>
        <Frame locale={locale} words={wordsIn(locale)} speak={setLocale} signIn={signIn} />
      </AntApp>
    </ConfigProvider>
  );
};

/** Shows the console in `root` for whoever is signed in. */
export const run = (root: HTMLElement, signIn: SignIn): void => createRoot(root).render(<Console signIn={signIn} />);
