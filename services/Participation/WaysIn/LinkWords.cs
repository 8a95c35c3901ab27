namespace Integrationskonzept.Participation.WaysIn;

/// <summary>What the mail with a link says; {0} is the Landkreis' name or the topic area's title.</summary>
sealed record LinkWords(string Subject, string What, string Link, string Once, string NotYou)
{
    static readonly Dictionary<string, LinkWords> All = new()
    {
        ["de"] = new(
            "Ihr Link zum Beitragen: {0}",
            "Sie möchten etwas zum Themenfeld „{0}“ beitragen. Schreiben Sie hier, in Ihrer Sprache:",
            "Beitrag schreiben",
            "Der Link gilt sieben Tage und für einen Beitrag. Danach ist Ihre Adresse bei uns gelöscht.",
            "Waren Sie das nicht? Dann löschen Sie diese Mail einfach."
        ),
        ["en"] = new(
            "Your link to contribute: {0}",
            "You want to contribute to the topic area \"{0}\". Write here, in your own language:",
            "Write the contribution",
            "The link is good for seven days and one contribution. After that your address is deleted here.",
            "Was it not you? Then just delete this mail."
        ),
        ["ar"] = new(
            "رابطك للمشاركة: {0}",
            "تريد أن تشارك في موضوع «{0}». اكتب هنا بلغتك:",
            "اكتب مشاركتك",
            "الرابط صالح لسبعة أيام ولمشاركة واحدة. بعد ذلك نحذف عنوانك.",
            "لم تكن أنت؟ احذف هذه الرسالة ببساطة."
        ),
        ["uk"] = new(
            "Ваше посилання для участі: {0}",
            "Ви хочете висловитися щодо теми «{0}». Пишіть тут своєю мовою:",
            "Написати внесок",
            "Посилання діє сім днів і для одного внеску. Потім вашу адресу буде видалено.",
            "Це були не ви? Тоді просто видаліть цього листа."
        ),
        ["tr"] = new(
            "Katkı bağlantınız: {0}",
            "“{0}” konu alanına katkıda bulunmak istiyorsunuz. Buraya kendi dilinizde yazın:",
            "Katkıyı yaz",
            "Bağlantı yedi gün ve bir katkı için geçerlidir. Sonra adresiniz silinir.",
            "Siz değil miydiniz? O zaman bu e-postayı silmeniz yeterli."
        ),
    };

    public static LinkWords In(string? language) => All[language ?? "de"];
}
