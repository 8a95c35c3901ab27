using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integrationskonzept.Participation.Migrations
{
    /// <inheritdoc />
    public partial class GuestsForgotten : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_forgotten",
                table: "event_guests",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "ix_event_guests_tenant_noted_at",
                table: "event_guests",
                columns: new[] { "tenant", "noted_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_event_guests_tenant_noted_at",
                table: "event_guests");

            migrationBuilder.DropColumn(
                name: "is_forgotten",
                table: "event_guests");
        }
    }
}
