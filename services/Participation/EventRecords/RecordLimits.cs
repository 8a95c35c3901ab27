namespace Integrationskonzept.Participation.EventRecords;

static class RecordLimits
{
    public const int Summary = 20_000;
    public const int Entries = 300;
    public const int Entry = 4000;
    public const int Questions = 50;
    public const int Question = 1000;
    public const int Correction = 2000;
    public const int CorrectionsOfPerson = 20;
    public const int DaysForCorrections = 60;
    public const int DaysIfNotSaid = 14;
    public const int Photos = 12;
}
