using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integrationskonzept.Participation.Migrations
{
    /// <inheritdoc />
    public partial class BalanceOfGroups : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "event_guests",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    standing = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    group = table.Column<string>(type: "text", nullable: true),
                    mark = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    noted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_guests", x => new { x.tenant, x.id });
                });

            migrationBuilder.CreateTable(
                name: "stakeholder_groups",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    groups = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stakeholder_groups", x => new { x.tenant, x.id });
                });

            migrationBuilder.CreateTable(
                name: "stakeholder_persons",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    group = table.Column<string>(type: "text", nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    email_key = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    phone = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    languages = table.Column<List<string>>(type: "text[]", nullable: false),
                    consented_on = table.Column<DateOnly>(type: "date", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stakeholder_persons", x => new { x.tenant, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_organisations_tenant_group_id",
                table: "organisations",
                columns: new[] { "tenant", "group", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_contributions_tenant_topic_area_id_state_group",
                table: "contributions",
                columns: new[] { "tenant", "topic_area_id", "state", "group" });

            migrationBuilder.CreateIndex(
                name: "ix_event_guests_tenant_event_id_standing_group",
                table: "event_guests",
                columns: new[] { "tenant", "event_id", "standing", "group" });

            migrationBuilder.CreateIndex(
                name: "ix_stakeholder_persons_tenant_consented_on",
                table: "stakeholder_persons",
                columns: new[] { "tenant", "consented_on" });

            migrationBuilder.CreateIndex(
                name: "ix_stakeholder_persons_tenant_email_key",
                table: "stakeholder_persons",
                columns: new[] { "tenant", "email_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_stakeholder_persons_tenant_group_id",
                table: "stakeholder_persons",
                columns: new[] { "tenant", "group", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "event_guests");

            migrationBuilder.DropTable(
                name: "stakeholder_groups");

            migrationBuilder.DropTable(
                name: "stakeholder_persons");

            migrationBuilder.DropIndex(
                name: "ix_organisations_tenant_group_id",
                table: "organisations");

            migrationBuilder.DropIndex(
                name: "ix_contributions_tenant_topic_area_id_state_group",
                table: "contributions");
        }
    }
}
