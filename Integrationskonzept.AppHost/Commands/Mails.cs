using System.Globalization;

namespace Integrationskonzept.AppHost.Commands;

/// <summary>Mails of a machine without a mail server are files; this shows the newest ones to whoever has the dashboard's token.</summary>
static class Mails
{
    const int Most = 10;

    public static IResourceBuilder<ProjectResource> WithMails(this IResourceBuilder<ProjectResource> sender, string folder) =>
        sender
            .WithUrl(new Uri(folder + "/").AbsoluteUri, "Mails, as files")
            .WithCommand(
                "mails",
                "Show mails",
                async context =>
                {
                    var newest = Newest(folder).Take(Most).ToList();
                    var texts = await Task.WhenAll(newest.Select(file => File.ReadAllTextAsync(file.FullName, context.CancellationToken)));
                    return CommandResults.Success(
                        string.Create(CultureInfo.InvariantCulture, $"{newest.Count} newest mails in {folder}"),
                        string.Join("\n\n----\n\n", texts),
                        CommandResultFormat.Text,
                        displayImmediately: true
                    );
                },
                new() { IconName = "Mail", Description = "The newest mails that were sent." }
            );

    static IEnumerable<FileInfo> Newest(string folder) =>
        Directory.Exists(folder)
            ? new DirectoryInfo(folder)
                .EnumerateFiles("*.eml", SearchOption.AllDirectories)
                .OrderByDescending(file => file.LastWriteTimeUtc)
            : [];
}
