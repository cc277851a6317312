"use client";
import { createContext } from "react";

/** Whether keys end at an element around already, whose own handlers must hear them. */
export const ContainedContext = createContext(false);
