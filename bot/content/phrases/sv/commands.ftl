# Kommandon (skrivs efter ett snedstreck)

command-setup = starta
command-menu = meny
command-plan = traffar
command-coming = kommer
command-absent = borta
command-late = sen
command-note = skriv
command-notes = anteckningar
command-theme = tema
command-brief = ledare
command-rota = turer
command-sentence = mening
command-themes = teman
command-move = flytta
command-cancel = avboka
command-change = andra
command-add = ny
command-upcoming = kommande
command-pause = paus
command-resume = fortsatt
command-end = avsluta
command-leave = lamna
command-help = hjalp
command-privacy = integritet
command-mydata = uppgifter
command-forgetme = glom
